package com.quanticity.ibkr.gateway;

import java.util.Arrays;
import java.util.HexFormat;

/** The payload bytes of one frame as received, without the length prefix. Immutable. */
public final class RawFrame {

    private static final int SHOWN_BYTES = 64;

    private final byte[] payload;

    private RawFrame(byte[] payload) {
        this.payload = payload;
    }

    /** Copies the bytes. */
    public static RawFrame copyOf(byte[] bytes, int from, int to) {
        return new RawFrame(Arrays.copyOfRange(bytes, from, to));
    }

    public int length() {
        return payload.length;
    }

    /** A copy of the payload. */
    public byte[] toByteArray() {
        return payload.clone();
    }

    /** The whole payload in lower-case hex. */
    public String toHex() {
        return HexFormat.of().formatHex(payload);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawFrame frame && Arrays.equals(payload, frame.payload);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(payload);
    }

    /** Length and the first bytes only: a frame may hold megabytes, and account numbers. */
    @Override
    public String toString() {
        int shown = Math.min(payload.length, SHOWN_BYTES);
        return payload.length + " bytes " + HexFormat.of().formatHex(payload, 0, shown)
                + (shown < payload.length ? "…" : "");
    }
}
