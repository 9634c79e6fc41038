package com.quanticity.ibkr.adapter.bar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which bars of one contract are there, and which of those that should be are not. A bar is expected while the contract trades; where the
 * trading hours are not known only between two bars that came. Not thread-safe.
 */
final class BarLedger {

    private final SessionHours hours;
    private final TreeMap<Long, Map<Mark, BitSet>> days = new TreeMap<>();
    private long firstLive = Long.MAX_VALUE;
    private long lastLive = Long.MIN_VALUE;

    /** What is known of a slot. */
    enum Mark {
        /** Its bar came on the stream. */
        LIVE,
        /** History gave its bar back. */
        BACK_FILLED,
        /** History has no bar there: nothing was traded. */
        EMPTY
    }

    /** Slots without a bar, {@code to} exclusive. */
    record Hole(long from, long to) {
        long bars() {
            return to - from;
        }
    }

    BarLedger(SessionHours hours) {
        this.hours = hours;
    }

    /** Notes a bar; false when there was one already. */
    boolean mark(long slot, Mark mark) {
        if (is(slot, Mark.LIVE) || is(slot, Mark.BACK_FILLED)) {
            return false;
        }
        day(slot).computeIfAbsent(mark, _ -> new BitSet(Slots.PER_DAY)).set(place(slot));
        if (mark == Mark.LIVE) {
            firstLive = Math.min(firstLive, slot);
            lastLive = Math.max(lastLive, slot);
        }
        return true;
    }

    boolean is(long slot, Mark mark) {
        Map<Mark, BitSet> marks = days.get(Math.floorDiv(slot, (long) Slots.PER_DAY));
        BitSet set = marks == null ? null : marks.get(mark);
        return set != null && set.get(place(slot));
    }

    boolean isExpected(long slot) {
        return switch (hours.at(Slots.start(slot))) {
            case OPEN -> true;
            case CLOSED -> false;
            case UNKNOWN -> slot > firstLive && slot < lastLive;
        };
    }

    boolean isMissing(long slot) {
        return !isKnown(slot) && isExpected(slot);
    }

    /** What is missing from one slot to another, the latter exclusive, oldest first. */
    List<Hole> missing(long from, long to) {
        List<Hole> holes = new ArrayList<>();
        long start = Long.MIN_VALUE;
        for (long slot = from; slot < to; slot++) {
            if (isMissing(slot)) {
                start = start == Long.MIN_VALUE ? slot : start;
            } else if (start != Long.MIN_VALUE) {
                holes.add(new Hole(start, slot));
                start = Long.MIN_VALUE;
            }
        }
        if (start != Long.MIN_VALUE) {
            holes.add(new Hole(start, to));
        }
        return holes;
    }

    void forgetBefore(long slot) {
        days.headMap(Math.floorDiv(slot, (long) Slots.PER_DAY)).clear();
    }

    private boolean isKnown(long slot) {
        return is(slot, Mark.LIVE) || is(slot, Mark.BACK_FILLED) || is(slot, Mark.EMPTY);
    }

    private Map<Mark, BitSet> day(long slot) {
        return days.computeIfAbsent(Math.floorDiv(slot, (long) Slots.PER_DAY), _ -> new EnumMap<>(Mark.class));
    }

    private static int place(long slot) {
        return (int) Math.floorMod(slot, (long) Slots.PER_DAY);
    }
}
