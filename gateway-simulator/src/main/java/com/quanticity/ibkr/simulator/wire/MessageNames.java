package com.quanticity.ibkr.simulator.wire;

import java.util.SortedSet;

/** The names of messages as tws-wire writes them. Thread-safe. */
public final class MessageNames {

    private static final int LENGTH_PREFIX = 4;

    private MessageNames() {}

    /** The name of a request, or {@code REQUEST_n} of one without a layout. */
    public static String request(int messageId) {
        Layout layout = Layouts.REQUESTS.withId(messageId);
        return layout == null ? "REQUEST_" + messageId : layout.name();
    }

    /** The name of an event, or {@code EVENT_n} of one without a layout. */
    public static String event(int messageId) {
        Layout layout = Layouts.EVENTS.withId(messageId);
        return layout == null ? "EVENT_" + messageId : layout.name();
    }

    /**
     * The message id of a whole frame.
     *
     * @return -1 when the payload does not start with a number
     */
    public static int idOf(byte[] frame) {
        return idOf(frame, 0);
    }

    /** The message id of the frame that starts somewhere in the bytes. */
    public static int idOf(byte[] frame, int start) {
        int id = 0;
        int at = start + LENGTH_PREFIX;
        while (at < frame.length && frame[at] >= '0' && frame[at] <= '9') {
            id = id * 10 + frame[at] - '0';
            at++;
        }
        return at == start + LENGTH_PREFIX || at == frame.length || frame[at] != 0 ? -1 : id;
    }

    public static SortedSet<String> requests() {
        return Layouts.REQUESTS.names();
    }

    public static SortedSet<String> events() {
        return Layouts.EVENTS.names();
    }
}
