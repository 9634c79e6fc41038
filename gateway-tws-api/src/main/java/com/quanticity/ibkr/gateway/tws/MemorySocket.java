package com.quanticity.ibkr.gateway.tws;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** What the official client takes for its socket: it writes into memory and reads one frame from memory at a time. */
final class MemorySocket extends Socket {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final FrameInput frame = new FrameInput();

    @Override
    public OutputStream getOutputStream() {
        return written;
    }

    @Override
    public InputStream getInputStream() {
        return frame;
    }

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    /** Everything written since the last call. */
    byte[] takeWritten() {
        byte[] bytes = written.toByteArray();
        written.reset();
        return bytes;
    }

    /** The next frame to be read. */
    void offer(byte[] bytes, int start, int end) {
        frame.set(bytes, start, end);
    }

    /** One frame with its length in front; nothing comes after it. Nothing is copied. */
    private static final class FrameInput extends InputStream {

        private byte[] bytes = {};
        private int start;
        private int next;
        private int end;

        /** The length counts from four bytes below the start. */
        void set(byte[] holder, int from, int to) {
            bytes = holder;
            start = from;
            next = from - Integer.BYTES;
            end = to;
        }

        @Override
        public int read() {
            if (next >= end) {
                return -1;
            }
            int position = next++;
            return position < start ? lengthByte(start - 1 - position) : bytes[position] & 0xff;
        }

        private int lengthByte(int fromTheRight) {
            return (end - start) >>> (8 * fromTheRight) & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (next >= end) {
                return -1;
            }
            if (next < start) {
                target[offset] = (byte) read();
                return 1;
            }
            int count = Math.min(length, end - next);
            System.arraycopy(bytes, next, target, offset, count);
            next += count;
            return count;
        }

        @Override
        public int available() {
            return end - next;
        }
    }
}
