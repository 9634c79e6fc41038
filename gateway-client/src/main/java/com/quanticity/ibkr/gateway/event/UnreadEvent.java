package com.quanticity.ibkr.gateway.event;

import com.quanticity.ibkr.gateway.RawFrame;
import org.jspecify.annotations.Nullable;

/** Frames of which no meaning was taken; the bytes are kept. */
public sealed interface UnreadEvent extends GatewayEvent {

    /** The payload as received. */
    RawFrame frame();

    /** A message id this client does not know. Harmless: the next frame is fine. */
    record UnknownMessage(int messageId, RawFrame frame) implements UnreadEvent {}

    /**
     * A frame that cannot be read under its layout. Nothing of it was used; the stream itself goes on.
     *
     * @param messageId null when even that is unreadable
     * @param problem names the field and what is wrong with it
     */
    record MalformedFrame(@Nullable Integer messageId, String problem, RawFrame frame) implements UnreadEvent {}
}
