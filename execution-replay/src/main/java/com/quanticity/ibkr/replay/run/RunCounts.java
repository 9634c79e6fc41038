package com.quanticity.ibkr.replay.run;

import com.quanticity.ibkr.replay.recording.RecordedQuote;
import com.quanticity.ibkr.replay.run.ReplayRun.SymbolResult;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts of one run. Used on its thread. */
final class RunCounts {

    private static final class Count {
        private long read;
        private long published;
    }

    private final SortedMap<String, Count> bySymbol = new TreeMap<>();
    private @Nullable Instant recordedAt;

    RunCounts(Collection<String> symbols) {
        symbols.forEach(symbol -> bySymbol.put(symbol, new Count()));
    }

    void read(RecordedQuote row) {
        of(row).read++;
    }

    void published(List<RecordedQuote> rows) {
        rows.forEach(row -> of(row).published++);
        recordedAt = rows.getLast().at();
    }

    Progress progress() {
        return new Progress(
                recordedAt,
                bySymbol.entrySet().stream()
                        .map(entry ->
                                new SymbolResult(entry.getKey(), entry.getValue().read, entry.getValue().published))
                        .toList());
    }

    private Count of(RecordedQuote row) {
        return bySymbol.computeIfAbsent(row.symbol(), unused -> new Count());
    }
}
