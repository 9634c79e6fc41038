package com.quanticity.ibkr.console.timeline;

import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The newest events, bounded. Thread-safe. */
public final class Timeline implements Panel {

    private static final int KEPT = 300;
    private static final int SHOWN = 60;
    private static final Comparator<TimelineEntry> NEWEST_FIRST = Comparator.comparing(TimelineEntry::at)
            .thenComparing(TimelineEntry::key)
            .reversed();

    private final TreeSet<TimelineEntry> entries = new TreeSet<>(NEWEST_FIRST);
    private final Map<String, TimelineEntry> byKey = new HashMap<>();
    private long version;

    /** Adds a line; one with the same key is replaced. */
    public synchronized void add(TimelineEntry entry) {
        TimelineEntry before = byKey.put(entry.key(), entry);
        if (before != null) {
            entries.remove(before);
        }
        entries.add(entry);
        if (entries.size() > KEPT) {
            byKey.remove(entries.pollLast().key());
        }
        version++;
    }

    /** Newest first. */
    public synchronized List<TimelineEntry> newest(int count) {
        return entries.stream().limit(count).toList();
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(100);
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public List<Part> parts(Instant now) {
        List<Piece> rows = newest(SHOWN).stream()
                .map(entry -> new Piece("timeline-" + entry.key(), "panels/timeline :: row", view(entry)))
                .toList();
        if (rows.isEmpty()) {
            rows = List.of(new Piece(
                    "timeline-empty",
                    "panels/timeline :: empty",
                    new Nothing("Nothing has happened since the console started.")));
        }
        return List.of(new Part.Rows("timeline-rows", rows));
    }

    private static Line view(TimelineEntry entry) {
        return new Line(
                Stamp.of(entry.at()),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.level().style(),
                entry.text());
    }

    private record Line(Stamp at, String kind, String level, String text) {}

    private record Nothing(String text) {}
}
