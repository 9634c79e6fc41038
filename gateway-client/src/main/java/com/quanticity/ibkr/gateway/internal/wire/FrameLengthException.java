package com.quanticity.ibkr.gateway.internal.wire;

/** A length prefix of 0 or beyond the limit. Fatal for the connection: reconnect. */
public final class FrameLengthException extends Exception {

    private static final long serialVersionUID = 1L;

    FrameLengthException(long length) {
        super("frame length " + length + " is outside 1.." + FrameReader.MAX_PAYLOAD);
    }
}
