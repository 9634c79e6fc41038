package com.quanticity.ibkr.simulator.past;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The recorded days of ticks that were asked for last, of all instruments together. Thread-safe. */
final class TickShelf {

    /** A busy day takes some 30 MB. */
    private static final int DAYS_KEPT = 2;

    private final Map<String, List<Tick>> days = new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Tick>> eldest) {
            return size() > DAYS_KEPT;
        }
    };

    /** The ticks of a day, read when they are not here. */
    synchronized List<Tick> day(String name, Supplier<List<Tick>> reader) {
        List<Tick> known = days.get(name);
        if (known == null) {
            known = reader.get();
            days.put(name, known);
        }
        return known;
    }
}
