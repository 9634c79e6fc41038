package com.quanticity.ibkr.benchmarks.frames;

import java.io.InputStream;

/** A tape as a stream that never ends and never waits, read in pieces as a socket's buffer gives them. */
public final class EndlessTape extends InputStream {

    /** Most bytes given at once. */
    private static final int PIECE = 64 * 1024;

    private final byte[] bytes;
    private int next;

    public EndlessTape(Tape tape) {
        this.bytes = tape.bytes();
    }

    @Override
    public int read() {
        int value = bytes[next] & 0xFF;
        next = next + 1 == bytes.length ? 0 : next + 1;
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = Math.min(Math.min(length, PIECE), bytes.length - next);
        System.arraycopy(bytes, next, into, offset, count);
        next = next + count == bytes.length ? 0 : next + count;
        return count;
    }
}
