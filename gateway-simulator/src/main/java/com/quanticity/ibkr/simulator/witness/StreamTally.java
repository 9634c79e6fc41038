package com.quanticity.ibkr.simulator.witness;

import com.quanticity.ibkr.simulator.wire.DataFrames;
import com.quanticity.ibkr.simulator.wire.MessageNames;
import com.quanticity.ibkr.simulator.witness.WitnessReport.StreamReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Counts the frames of market data that really went out, subscription by subscription. Event loop only. */
final class StreamTally {

    /** The oldest are forgotten. */
    private static final int MOST = 20_000;

    private static final int LENGTH_PREFIX = 4;
    private static final int TICK_TYPES = 256;

    private final Map<Object, Map<Long, Stream>> open = new HashMap<>();
    private final Deque<Stream> all = new ArrayDeque<>();

    /** A subscription to market data is asked for; one of the same id and kind counts on. */
    void onRequest(Object session, int clientId, SubscriptionKind kind, int requestId, String symbol) {
        Stream fresh = new Stream(clientId, requestId, kind, symbol);
        Map<Long, Stream> own = open.computeIfAbsent(session, _ -> new HashMap<>());
        if (own.putIfAbsent(key(kind, requestId), fresh) == null) {
            all.addLast(fresh);
            if (all.size() > MOST) {
                all.removeFirst();
            }
        }
    }

    /**
     * A frame went out.
     *
     * @param start of its length prefix
     * @param end behind its last byte
     */
    void onSent(Object session, byte[] bytes, int start, int end, int messageId) {
        SubscriptionKind kind = kindOf(messageId);
        Map<Long, Stream> own = kind == null ? null : open.get(session);
        if (kind != null && own != null) {
            Stream stream = own.get(key(kind, DataFrames.requestIdOf(bytes, start, messageId)));
            if (stream != null) {
                stream.count(messageId, DataFrames.tickTypeOf(bytes, start, messageId), bytes, start, end);
            }
        }
    }

    void onClosed(Object session) {
        open.remove(session);
    }

    private static @Nullable SubscriptionKind kindOf(int messageId) {
        return switch (messageId) {
            case 1, 2, 21, 45, 46, 47, 84 -> SubscriptionKind.MARKET_DATA;
            case 12, 13 -> SubscriptionKind.DEPTH;
            case 50 -> SubscriptionKind.REAL_TIME_BARS;
            case 96, 97, 98, 99 -> SubscriptionKind.TICK_BY_TICK;
            default -> null;
        };
    }

    private static long key(SubscriptionKind kind, int requestId) {
        return (long) kind.ordinal() << 32 | requestId & 0xFFFF_FFFFL;
    }

    List<StreamReport> report() {
        return all.stream().map(Stream::report).toList();
    }

    private static final class Stream {

        private final int clientId;
        private final int requestId;
        private final SubscriptionKind kind;
        private final String symbol;
        private final Map<Integer, long[]> frames = new HashMap<>();
        private final CRC32C checksum = new CRC32C();

        private Stream(int clientId, int requestId, SubscriptionKind kind, String symbol) {
            this.clientId = clientId;
            this.requestId = requestId;
            this.kind = kind;
            this.symbol = symbol;
        }

        private void count(int messageId, int tickType, byte[] bytes, int start, int end) {
            frames.computeIfAbsent(messageId * TICK_TYPES + tickType + 1, _ -> new long[1])[0]++;
            checksum.update(bytes, start + LENGTH_PREFIX, end - start - LENGTH_PREFIX);
        }

        private StreamReport report() {
            SortedMap<String, Long> counts = new TreeMap<>();
            frames.forEach((key, count) -> counts.put(nameOf(key), count[0]));
            return new StreamReport(clientId, requestId, kind, symbol, counts, checksum.getValue());
        }

        private static String nameOf(int key) {
            String message = MessageNames.event(key / TICK_TYPES);
            int tickType = key % TICK_TYPES - 1;
            return tickType < 0 ? message : message + " " + tickType;
        }
    }
}
