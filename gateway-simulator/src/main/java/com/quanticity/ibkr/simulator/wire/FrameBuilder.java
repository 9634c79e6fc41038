package com.quanticity.ibkr.simulator.wire;

import java.util.Arrays;

/** Collects the fields of one frame and puts the length in front. Used by one thread. */
final class FrameBuilder {

    static final int PREFIX = 4;

    private byte[] bytes = new byte[128];
    private int size = PREFIX;

    FrameBuilder add(long value) {
        return add(Long.toString(value));
    }

    /** Adds one field. Anything that is not 7-bit ASCII, and a NUL above all, would break readers: it becomes '?'. */
    FrameBuilder add(String text) {
        int length = text.length();
        ensure(length + 1);
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            bytes[size++] = unit == 0 || unit > 0x7E ? (byte) '?' : (byte) unit;
        }
        bytes[size++] = 0;
        return this;
    }

    byte[] toFrame() {
        int payload = size - PREFIX;
        bytes[0] = (byte) (payload >>> 24);
        bytes[1] = (byte) (payload >>> 16);
        bytes[2] = (byte) (payload >>> 8);
        bytes[3] = (byte) payload;
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
