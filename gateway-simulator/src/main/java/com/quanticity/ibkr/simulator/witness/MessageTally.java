package com.quanticity.ibkr.simulator.witness;

import com.quanticity.ibkr.simulator.wire.MessageNames;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** One client's messages by kind and direction. Event loop only. */
final class MessageTally {

    /** Text dialect ids are below this; what is not, is counted under {@code -1}. */
    private static final int IDS = 256;

    private final long[] received = new long[IDS + 1];
    private final long[] sent = new long[IDS + 1];
    private final SortedMap<Integer, Long> errors = new TreeMap<>();
    private long sessions;

    void countSession() {
        sessions++;
    }

    void countReceived(int messageId) {
        received[slot(messageId)]++;
    }

    void countSent(int messageId) {
        sent[slot(messageId)]++;
    }

    void countError(int code) {
        errors.merge(code, 1L, Long::sum);
    }

    private static int slot(int messageId) {
        return messageId < 0 || messageId >= IDS ? IDS : messageId;
    }

    long sessions() {
        return sessions;
    }

    SortedMap<String, Long> received() {
        return named(received, MessageNames::request);
    }

    SortedMap<String, Long> sent() {
        return named(sent, MessageNames::event);
    }

    SortedMap<Integer, Long> errors() {
        return new TreeMap<>(errors);
    }

    private static SortedMap<String, Long> named(long[] counts, IntFunction<String> name) {
        SortedMap<String, Long> all = new TreeMap<>();
        for (int id = 0; id <= IDS; id++) {
            if (counts[id] > 0) {
                all.put(id == IDS ? "UNREADABLE" : name.apply(id), counts[id]);
            }
        }
        return all;
    }
}
