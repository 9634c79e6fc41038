package com.quanticity.ibkr.model.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change in the life of a session, for console and audit.
 *
 * @param clientId id of the session
 * @param component module that owns it
 * @param state state entered
 * @param gateway {@code host:port}
 * @param serverVersion agreed protocol level, null before the handshake
 * @param connection number of the connection, epoch milliseconds of its start, 0 when there is none
 * @param errorCode the broker's or client's code that caused it, null when none did
 * @param reason one line: what happened
 * @param at when
 */
public record SessionEvent(
        ClientId clientId,
        String component,
        SessionState state,
        String gateway,
        @Nullable Integer serverVersion,
        long connection,
        @Nullable Integer errorCode,
        String reason,
        Instant at) {}
