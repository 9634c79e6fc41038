package com.quanticity.ibkr.simulator.session;

import java.util.Map;
import java.util.TreeMap;

/** What came in from all clients since the start. Event loop only. */
final class MessageCounts {

    private final Map<Integer, Long> unknown = new TreeMap<>();
    private long in;
    private long unreadable;
    private long tooFast;

    void countIn() {
        in++;
    }

    void countUnreadable() {
        unreadable++;
    }

    void countTooFast() {
        tooFast++;
    }

    /** Counts a message nobody serves; true at its first sight. */
    boolean countUnknown(int messageId) {
        return unknown.merge(messageId, 1L, Long::sum) == 1;
    }

    long in() {
        return in;
    }

    long unreadable() {
        return unreadable;
    }

    long tooFast() {
        return tooFast;
    }

    /** Number of ignored messages by message id. */
    Map<Integer, Long> unknown() {
        return Map.copyOf(unknown);
    }
}
