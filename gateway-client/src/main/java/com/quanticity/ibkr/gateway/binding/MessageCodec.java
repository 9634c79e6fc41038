package com.quanticity.ibkr.gateway.binding;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.util.List;

/** Requests to frames and frames to events, under one agreed version. Writing is thread-safe; reading is for the reader thread. */
public interface MessageCodec {

    /** The frame that starts the API under the client id. */
    byte[] startApi();

    /** A frame, or why there is none. */
    Spelling spell(GatewayRequest request);

    /**
     * Reads one frame. What cannot be read is an event, too, never an exception.
     *
     * @param bytes holds the payload from {@code start} to {@code end}
     * @param events takes what the frame says, normally one event
     */
    void read(byte[] bytes, int start, int end, List<GatewayEvent> events);
}
