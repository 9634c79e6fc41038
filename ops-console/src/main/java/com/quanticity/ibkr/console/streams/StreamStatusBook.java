package com.quanticity.ibkr.console.streams;

import com.quanticity.ibkr.model.market.DepthTurn;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.MarketStatus.State;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest word about each stream of each symbol, bounded. Thread-safe. */
public final class StreamStatusBook {

    private static final int KEPT = 5_000;

    private record Stream(String kind, String symbol) {}

    /** Where a stream stands. */
    record Line(MarketStatus status) {

        /** Its depth slot, null when it has none. */
        @Nullable DepthTurn turn() {
            return status.turn();
        }

        boolean isTrouble() {
            return switch (status.state()) {
                case WAITING, REQUESTED, LIVE, RESUMED, CANCELLED -> false;
                case DELAYED, SILENT, REFUSED, GAP, BEHIND, HALTED -> true;
            };
        }

        private int slot() {
            DepthTurn turn = turn();
            return turn == null ? Integer.MAX_VALUE : turn.slot();
        }
    }

    private final Map<Stream, Line> lines = new HashMap<>();
    private long version;

    /** A word older than the one there is changes nothing; what is not wanted any more is forgotten. */
    public synchronized void onStatus(MarketStatus status) {
        Stream stream = new Stream(status.kind(), status.symbol());
        Line before = lines.get(stream);
        if (before != null && status.at().isBefore(before.status.at())) {
            return;
        }
        if (status.state() == State.CANCELLED) {
            lines.remove(stream);
        } else {
            lines.put(stream, new Line(status));
            makeRoom();
        }
        version++;
    }

    private void makeRoom() {
        if (lines.size() > KEPT) {
            lines.values().removeIf(line -> line.turn() == null && !line.isTrouble());
        }
        if (lines.size() > KEPT) {
            lines.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().status.at()))
                    .map(Map.Entry::getKey)
                    .ifPresent(lines::remove);
        }
    }

    /** Depth slots by their number, then what is in trouble by symbol. What is well or waits for its turn is left out. */
    synchronized List<Line> shown() {
        return lines.values().stream()
                .filter(line -> line.turn() != null || line.isTrouble())
                .sorted(Comparator.comparingInt(Line::slot)
                        .thenComparing(line -> line.status.symbol())
                        .thenComparing(line -> line.status.kind()))
                .toList();
    }

    /** How many streams are told of. */
    synchronized int count() {
        return lines.size();
    }

    synchronized long version() {
        return version;
    }
}
