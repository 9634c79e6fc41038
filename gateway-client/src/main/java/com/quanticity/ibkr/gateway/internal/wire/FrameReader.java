package com.quanticity.ibkr.gateway.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a byte stream into frames whatever the chunks it comes in. Memory grows with the bytes that really arrived, never with what a
 * length prefix promises. Belongs to one thread.
 */
public final class FrameReader {

    /** Longest payload accepted. Source: wire specification, section 2. */
    public static final int MAX_PAYLOAD = 0xFFFFFF;

    /** Bytes of the length prefix, which lies before {@link #start()}. */
    public static final int PREFIX = 4;

    private static final int INITIAL_CAPACITY = 64 * 1024;

    private byte[] buffer = new byte[INITIAL_CAPACITY];
    private int readFrom;
    private int filledTo;
    private int payloadStart;
    private int payloadEnd;

    /** Reads once, blocking until there is something; returns the number of bytes, −1 at the end of the stream. */
    public int fill(InputStream in) throws IOException {
        makeRoom();
        int count = in.read(buffer, filledTo, buffer.length - filledTo);
        if (count > 0) {
            filledTo += count;
        }
        return count;
    }

    /**
     * Moves to the next complete frame, whose payload is then {@link #start()}..{@link #end()} of {@link #bytes()} until the next
     * call of {@link #fill}.
     *
     * @return false when more bytes are needed
     * @throws FrameLengthException when the prefix is 0 or too long: the stream cannot be followed any further
     */
    public boolean next() throws FrameLengthException {
        if (filledTo - readFrom < PREFIX) {
            return false;
        }
        int length = prefix();
        if (length <= 0 || length > MAX_PAYLOAD) {
            throw new FrameLengthException(Integer.toUnsignedLong(length));
        }
        if (filledTo - readFrom - PREFIX < length) {
            return false;
        }
        payloadStart = readFrom + PREFIX;
        payloadEnd = payloadStart + length;
        readFrom = payloadEnd;
        return true;
    }

    public byte[] bytes() {
        return buffer;
    }

    public int start() {
        return payloadStart;
    }

    public int end() {
        return payloadEnd;
    }

    /** True when the stream stopped inside a frame. */
    public boolean hasPartialFrame() {
        return readFrom < filledTo;
    }

    /** A copy of what was read and belongs to no complete frame. */
    public byte[] rest() {
        return Arrays.copyOfRange(buffer, readFrom, filledTo);
    }

    private int prefix() {
        return (buffer[readFrom] & 0xFF) << 24
                | (buffer[readFrom + 1] & 0xFF) << 16
                | (buffer[readFrom + 2] & 0xFF) << 8
                | (buffer[readFrom + 3] & 0xFF);
    }

    private void makeRoom() {
        if (readFrom > 0) {
            System.arraycopy(buffer, readFrom, buffer, 0, filledTo - readFrom);
            filledTo -= readFrom;
            readFrom = 0;
        }
        if (filledTo == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, MAX_PAYLOAD + PREFIX));
        }
    }
}
