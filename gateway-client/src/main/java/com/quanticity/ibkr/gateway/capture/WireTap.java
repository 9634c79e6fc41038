package com.quanticity.ibkr.gateway.capture;

import java.time.Instant;

/**
 * Sees every frame of a connection in both directions. Called on the reader and on the writer thread: an implementation copies what it
 * wants and returns; it must not block, do I/O or throw. While {@link #isOn} is false a connection calls nothing else.
 */
public interface WireTap {

    /** Sees nothing. */
    WireTap OFF = new WireTap() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public void frame(Direction direction, Instant at, int version, byte[] bytes, int from, int to) {}
    };

    /** Which way a frame goes. */
    enum Direction {
        /** From the gateway to us. */
        IN,
        /** From us to the gateway. */
        OUT
    }

    /** Asked once for each read or write; cheap. */
    boolean isOn();

    /**
     * One frame.
     *
     * @param at when it was read, or handed to the socket
     * @param version agreed protocol level; 0 during the handshake
     * @param bytes the caller's buffer, to be read before returning and not to be changed
     * @param from first byte of the frame, which is that of its length prefix; for the first frame of a connection that of the prelude
     * @param to behind the last byte
     */
    void frame(Direction direction, Instant at, int version, byte[] bytes, int from, int to);
}
