package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.history.HistoryProof.ConnectionProof;
import com.quanticity.ibkr.adapter.history.HistoryProof.StreamProof;
import com.quanticity.ibkr.adapter.history.HistoryProof.SymbolProof;
import com.quanticity.ibkr.adapter.history.HistoryStream.Place;
import com.quanticity.ibkr.stream.StreamBus;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares a stream whose items are numbered with its table. Only numbers that both sides must have are compared: from the oldest one that
 * Redis still holds to the highest one that was stored when the comparison began.
 */
final class StreamComparison<B, T> {

    private final StreamBus bus;
    private final JdbcTemplate database;
    private final HistoryStream<B, T> stream;
    private final Place<T> place;
    private final Side<T> side;

    StreamComparison(StreamBus bus, JdbcTemplate database, HistoryStream<B, T> stream, Place<T> place, Side<T> side) {
        this.bus = bus;
        this.database = database;
        this.stream = stream;
        this.place = place;
        this.side = side;
    }

    /**
     * What is compared.
     *
     * @param text of an item
     * @param sql the same of a row
     */
    record Side<T>(
            Function<T, String> symbol,
            Function<T, Instant> receivedAt,
            BiFunction<ProofText, T, String> text,
            String sql) {}

    /** Items of one stream that Redis holds. */
    private static final class Held {
        private final Map<String, Checksum> symbols = new TreeMap<>();
        private final Map<Long, Long> first = new HashMap<>();
        private final Map<Long, Long> last = new HashMap<>();
        private long items;
        private long waiting;
        private long repeated;
        private long malformed;
    }

    StreamProof compare(LocalDate day) {
        Timestamp from = Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        Timestamp to =
                Timestamp.from(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        List<ConnectionProof> connections = connections(from, to);
        Held held = held(from.toInstant(), to.toInstant(), connections);
        Map<String, SymbolProof> symbols = symbols(from, to, held);
        long stored = connections.stream().mapToLong(ConnectionProof::rows).sum();
        return new StreamProof(
                stream.name(),
                stream.table().name(),
                HistoryProver.verdict(
                        held.items,
                        held.waiting,
                        stored,
                        symbols.values().stream().allMatch(SymbolProof::equal),
                        connections.stream().anyMatch(one -> one.missing() > 0)),
                held.items,
                held.waiting,
                stored,
                held.repeated,
                held.malformed,
                List.copyOf(symbols.values()),
                connections,
                notes(held, connections));
    }

    private Held held(Instant from, Instant to, List<ConnectionProof> connections) {
        Map<Long, Long> storedTo = new HashMap<>();
        connections.forEach(one -> storedTo.put(one.connection(), one.lastStored()));
        Held held = new Held();
        ProofText text = new ProofText();
        // An entry is as old as its items, or younger by the time it waited for Redis.
        held.malformed = bus.read(stream.topic(), from, to.plusSeconds(3_600), message -> {
            for (T item : stream.items().apply(message)) {
                Instant at = side.receivedAt().apply(item);
                if (!at.isBefore(from) && at.isBefore(to)) {
                    add(held, item, storedTo, text);
                }
            }
        });
        return held;
    }

    private void add(Held held, T item, Map<Long, Long> storedTo, ProofText text) {
        long connection = place.connection().of(item);
        long sequence = place.sequence().of(item);
        if (sequence <= held.last.getOrDefault(connection, 0L)) {
            held.repeated++;
            return;
        }
        held.first.putIfAbsent(connection, sequence);
        held.last.put(connection, sequence);
        held.items++;
        if (sequence > storedTo.getOrDefault(connection, 0L)) {
            held.waiting++;
            return;
        }
        held.symbols
                .computeIfAbsent(side.symbol().apply(item), _ -> new Checksum())
                .add(side.text().apply(text, item));
    }

    private Map<String, SymbolProof> symbols(Timestamp from, Timestamp to, Held held) {
        Map<String, Checksum.Total> stored = new HashMap<>();
        held.first.forEach((connection, first) -> database.query(
                "select symbol, count(*), " + Checksum.sql(side.sql()) + " from "
                        + stream.table().name()
                        + " where connection = ? and sequence between ? and ? and received_at >= ? and received_at < ?"
                        + " group by symbol",
                row -> {
                    Checksum.Total total = new Checksum.Total(
                            row.getLong(2), row.getBigDecimal(3).toBigIntegerExact());
                    stored.merge(row.getString(1), total, Checksum.Total::plus);
                },
                connection,
                first,
                held.last.get(connection),
                from,
                to));
        Map<String, Long> ofDay = new TreeMap<>();
        database.query(
                "select symbol, count(*) from " + stream.table().name()
                        + " where received_at >= ? and received_at < ? group by symbol",
                row -> {
                    ofDay.put(row.getString(1), row.getLong(2));
                },
                from,
                to);
        held.symbols.keySet().forEach(symbol -> ofDay.putIfAbsent(symbol, 0L));
        Map<String, SymbolProof> proofs = new TreeMap<>();
        ofDay.forEach((symbol, rows) -> proofs.put(
                symbol,
                Checksum.Total.compared(
                        symbol,
                        total(held.symbols.get(symbol)),
                        stored.getOrDefault(symbol, Checksum.Total.NOTHING),
                        rows)));
        return proofs;
    }

    private static Checksum.Total total(@Nullable Checksum checksum) {
        return checksum == null ? Checksum.Total.NOTHING : checksum.total();
    }

    private List<ConnectionProof> connections(Timestamp from, Timestamp to) {
        List<ConnectionProof> all = new ArrayList<>(database.query(
                "select connection, min(sequence), max(sequence), count(*) from "
                        + stream.table().name()
                        + " where received_at >= ? and received_at < ? group by connection order by connection",
                (row, _) -> connection(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), from.getTime(), null),
                from,
                to));
        all.replaceAll(one -> one.missing() == 0 ? one : withFirstMissing(one, from, to));
        return all;
    }

    /** A connection that began on this day has its number 1 on this day. */
    private static ConnectionProof connection(
            long connection, long first, long last, long rows, long dayMillis, @Nullable Long firstMissing) {
        long due = connection >= dayMillis ? 1 : first;
        return new ConnectionProof(connection, first, last, rows, last - due + 1 - rows, firstMissing);
    }

    private ConnectionProof withFirstMissing(ConnectionProof one, Timestamp from, Timestamp to) {
        boolean beginsHere = one.connection() >= from.getTime();
        Long missing = beginsHere && one.firstStored() > 1
                ? Long.valueOf(1)
                : database.query(
                        "select sequence + 1 from (select sequence, lead(sequence) over (order by sequence) as next from "
                                + stream.table().name()
                                + " where connection = ? and received_at >= ? and received_at < ?) as numbers"
                                + " where next > sequence + 1 order by sequence limit 1",
                        row -> row.next() ? Long.valueOf(row.getLong(1)) : null,
                        one.connection(),
                        from,
                        to);
        return new ConnectionProof(
                one.connection(), one.firstStored(), one.lastStored(), one.rows(), one.missing(), missing);
    }

    private static List<String> notes(Held held, List<ConnectionProof> connections) {
        List<String> notes = new ArrayList<>();
        for (ConnectionProof one : connections) {
            Long first = held.first.get(one.connection());
            if (first == null) {
                notes.add("connection " + one.connection()
                        + ": Redis holds nothing of it any more; content cannot be compared");
            } else if (first > one.firstStored()) {
                notes.add("connection " + one.connection() + ": Redis holds it from number " + first
                        + " on; older rows can be counted, not compared");
            }
        }
        if (held.waiting > 0) {
            notes.add(held.waiting + " items are not stored yet; ask again when the writer has caught up");
        }
        notes.add("whether a connection had more numbers after the last one stored cannot be told once it has ended");
        return notes;
    }
}
