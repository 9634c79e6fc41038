package com.quanticity.ibkr.gateway;

/**
 * Why a connection ended.
 *
 * @param cause kind of ending
 * @param message one line for logs and pages
 */
public record CloseReason(Cause cause, String message) {

    public static CloseReason of(Cause cause, String message) {
        return new CloseReason(cause, message);
    }

    /** Kinds of ending. */
    public enum Cause {
        /** The application closed it. */
        CLOSED_BY_US,
        /** The gateway closed the stream between two frames. */
        CLOSED_BY_GATEWAY,
        /** The stream broke: reset, or an end inside a frame. */
        STREAM_BROKEN,
        /** A frame of forbidden length: the stream cannot be trusted any more. */
        BAD_FRAME_LENGTH,
        WRITE_FAILED,
        /** No sign of life from the peer: probe unanswered. */
        PEER_SILENT,
        /** The application did not keep up with the events. */
        CONSUMER_TOO_SLOW,
        /** Open orders, executions or positions could not be read. */
        SYNCHRONISING_FAILED,
        /** Another process holds the client id now. */
        LEASE_LOST,
        /** Orders are not allowed here: the gateway is read-only. */
        READ_ONLY,
        /** The session goes to another gateway or port. */
        GATEWAY_CHANGED,
        /** A listener or a thread of the connection threw: our own fault, logged with its trace. */
        INTERNAL_ERROR
    }
}
