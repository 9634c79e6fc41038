package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.history.HistoryProof.StreamProof;
import com.quanticity.ibkr.adapter.history.HistoryProof.SymbolProof;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.stream.StreamBus;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares bars, which are known by contract and start, with their table; of several the one that stands counts. Bars of a day by start. */
final class BarComparison {

    private final StreamBus bus;
    private final JdbcTemplate database;

    BarComparison(StreamBus bus, JdbcTemplate database) {
        this.bus = bus;
        this.database = database;
    }

    private record Key(int contractId, long second) {}

    private record Kept(boolean live, long hash) {}

    /** What both sides have of a symbol. */
    private static final class Sides {
        private final Checksum held = new Checksum();
        private final Checksum stored = new Checksum();
        private long rows;
    }

    StreamProof compare(LocalDate day) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<String, Map<Key, Kept>> held = new HashMap<>();
        ProofText text = new ProofText();
        long malformed =
                bus.read(HistoryStream.BARS.topic(), from, Instant.ofEpochMilli(Long.MAX_VALUE / 2), message -> {
                    Bar bar = message.data();
                    if (!bar.start().isBefore(from) && bar.start().isBefore(to)) {
                        keep(held.computeIfAbsent(bar.symbol(), _ -> new HashMap<>()), bar, text);
                    }
                });
        Map<String, Sides> sides = new TreeMap<>();
        held.forEach((symbol, bars) ->
                bars.values().forEach(kept -> sides(sides, symbol).held.addHash(kept.hash())));
        database.query(
                "select symbol, contract_id, extract(epoch from bar_start)::bigint, " + ProofText.BARS
                        + " from adapter.ib_realtime_bars_5s where bar_start >= ? and bar_start < ?",
                row -> {
                    Sides of = sides(sides, row.getString(1));
                    of.rows++;
                    if (held.getOrDefault(row.getString(1), Map.of())
                            .containsKey(new Key(row.getInt(2), row.getLong(3)))) {
                        of.stored.add(row.getString(4));
                    }
                },
                Timestamp.from(from),
                Timestamp.from(to));
        return proof(sides, malformed);
    }

    private static StreamProof proof(Map<String, Sides> sides, long malformed) {
        List<SymbolProof> symbols = sides.entrySet().stream()
                .map(of -> Checksum.Total.compared(
                        of.getKey(),
                        of.getValue().held.total(),
                        of.getValue().stored.total(),
                        of.getValue().rows))
                .toList();
        long held = symbols.stream().mapToLong(SymbolProof::heldItems).sum();
        long stored = symbols.stream().mapToLong(SymbolProof::storedRowsOfDay).sum();
        boolean equal = symbols.stream().allMatch(SymbolProof::equal);
        return new StreamProof(
                HistoryStream.BARS.name(),
                HistoryStream.BARS.table().name(),
                HistoryProver.verdict(held, 0, stored, equal, false),
                held,
                0,
                stored,
                0,
                malformed,
                symbols,
                List.of(),
                List.of(
                        "bars published while this was read may look different; missing bars are told by /api/v1/bars/completeness"));
    }

    private static void keep(Map<Key, Kept> bars, Bar bar, ProofText text) {
        Key key = new Key(bar.contractId().value(), bar.start().getEpochSecond());
        boolean live = bar.source() == Bar.Source.LIVE;
        Kept known = bars.get(key);
        if (known == null || live && !known.live()) {
            bars.put(key, new Kept(live, Checksum.hash(text.of(bar))));
        }
    }

    private static Sides sides(Map<String, Sides> all, String symbol) {
        return all.computeIfAbsent(symbol, _ -> new Sides());
    }
}
