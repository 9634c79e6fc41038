package com.quanticity.ibkr.simulator.wire;

import static java.util.Map.entry;

import java.util.Map;

/** Finds out which subscription a frame of market data belongs to, without taking it apart. */
public final class DataFrames {

    /** By message id: which field, from 0, is the request id. Source: tws-wire events.md. */
    private static final Map<Integer, Integer> FIELD_OF_REQUEST_ID = Map.ofEntries(
            entry(1, 2),
            entry(2, 2),
            entry(12, 2),
            entry(13, 2),
            entry(21, 1),
            entry(45, 2),
            entry(46, 2),
            entry(47, 2),
            entry(50, 2),
            entry(84, 1),
            entry(96, 1),
            entry(97, 1),
            entry(98, 1),
            entry(99, 1));

    private DataFrames() {}

    /** Whether messages of an id carry market data. */
    public static boolean isData(int messageId) {
        return FIELD_OF_REQUEST_ID.containsKey(messageId);
    }

    /**
     * The request id of a frame, -1 when it carries no market data.
     *
     * @param start of the frame's length prefix
     */
    public static int requestIdOf(byte[] frame, int start, int messageId) {
        Integer field = FIELD_OF_REQUEST_ID.get(messageId);
        if (field == null) {
            return -1;
        }
        return numberAt(frame, start, field);
    }

    /** The tick type of a level 1 tick, -1 for other frames. */
    public static int tickTypeOf(byte[] frame, int start, int messageId) {
        return switch (messageId) {
            case 1, 2, 45, 46, 47 -> numberAt(frame, start, 3);
            case 21 -> numberAt(frame, start, 2);
            default -> -1;
        };
    }

    private static int numberAt(byte[] frame, int start, int field) {
        int at = start + FrameBuilder.PREFIX;
        for (int i = 0; i < field; i++) {
            while (at < frame.length && frame[at] != 0) {
                at++;
            }
            at++;
        }
        int id = 0;
        for (; at < frame.length && frame[at] >= '0' && frame[at] <= '9'; at++) {
            id = id * 10 + frame[at] - '0';
        }
        return id;
    }
}
