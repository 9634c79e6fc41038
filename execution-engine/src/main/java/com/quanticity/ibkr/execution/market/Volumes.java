package com.quanticity.ibkr.execution.market;

import com.quanticity.ibkr.execution.algo.schedule.ObservedVolume;
import com.quanticity.ibkr.execution.algo.schedule.Window;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the market traded in the windows of parents that take part in it, from {@code market.trade}. The stream is read only while somebody
 * asks; what was traded before the first question, or before a restart, is read from it once. Thread-safe; the first question about a
 * window takes as long as reading it.
 */
public final class Volumes {

    /** The stream may hold trades that came between our clock and Redis's. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    private final StreamBus bus;
    private final Clock clock;
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private @Nullable StreamSubscription tail;

    Volumes(StreamBus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * Volume in a window so far.
     *
     * @param parentOrderId who asks; until {@link #forget}
     * @return null while no trade of the window was seen
     */
    public synchronized @Nullable BigDecimal of(String parentOrderId, String symbol, Window window) {
        Watched known = watched.get(parentOrderId);
        if (known == null) {
            if (tail == null) {
                tail = bus.tail(Topics.MARKET_TRADE, TailFrom.NOW, this::onTrades);
            }
            Watched fresh = new Watched(symbol, window);
            bus.read(
                    Topics.MARKET_TRADE,
                    window.start(),
                    clock.instant().plus(SKEW),
                    message -> fresh.take(message.data()));
            watched.put(parentOrderId, fresh);
            known = fresh;
        }
        return known.sum();
    }

    /** Nobody asks for this parent any more. */
    public synchronized void forget(String parentOrderId) {
        watched.remove(parentOrderId);
        if (watched.isEmpty()) {
            close();
        }
    }

    synchronized void close() {
        watched.clear();
        if (tail != null) {
            tail.close();
            tail = null;
        }
    }

    private synchronized void onTrades(Envelope<TickBatch> message) {
        watched.values().forEach(each -> each.take(message.data()));
    }

    /** A contract can have both kinds of stream; adding them up would count its trades twice. */
    private static final class Watched {

        private final String symbol;
        private final Window window;
        private final Map<TickByTick.Trade.Kind, ObservedVolume> byKind = new EnumMap<>(TickByTick.Trade.Kind.class);

        Watched(String symbol, Window window) {
            this.symbol = symbol;
            this.window = window;
        }

        void take(TickBatch batch) {
            for (TickByTick tick : batch.ticks()) {
                if (tick instanceof TickByTick.Trade trade
                        && !trade.history()
                        && trade.symbol().equals(symbol)) {
                    take(trade);
                }
            }
        }

        private void take(TickByTick.Trade trade) {
            BigDecimal size = trade.size();
            if (size != null) {
                byKind.computeIfAbsent(trade.kind(), _ -> new ObservedVolume(window))
                        .onTrade(trade.connection(), trade.sequence(), size, trade.receivedAt());
            }
        }

        @Nullable BigDecimal sum() {
            return byKind.values().stream()
                    .map(ObservedVolume::sum)
                    .filter(Objects::nonNull)
                    .max(BigDecimal::compareTo)
                    .orElse(null);
        }
    }
}
