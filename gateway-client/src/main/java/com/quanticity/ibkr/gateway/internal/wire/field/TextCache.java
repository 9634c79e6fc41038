package com.quanticity.ibkr.gateway.internal.wire.field;

import org.jspecify.annotations.Nullable;

/**
 * Short ASCII texts that come again and again, so that a tick does not allocate the name of its exchange. Of fixed size: a newcomer takes
 * the place of whatever had its slot. Belongs to one thread.
 */
final class TextCache {

    private static final int SLOTS = 512;
    private static final int LONGEST = 16;

    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    /** Null when the text is not known. */
    @Nullable String get(byte[] bytes, int from, int to) {
        if (from == to) {
            return "";
        }
        if (to - from > LONGEST) {
            return null;
        }
        String candidate = slots[slot(bytes, from, to)];
        return candidate != null && isSame(candidate, bytes, from, to) ? candidate : null;
    }

    /** Remembers a text when it is short; returns it. */
    String put(byte[] bytes, int from, int to, String text) {
        if (to - from <= LONGEST) {
            slots[slot(bytes, from, to)] = text;
        }
        return text;
    }

    private static int slot(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 16) & (SLOTS - 1);
    }

    /** Texts with other than ASCII bytes never match and are simply read anew. */
    private static boolean isSame(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
