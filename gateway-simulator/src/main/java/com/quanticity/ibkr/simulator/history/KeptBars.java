package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.past.MarketHistory;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answered queries whose last bar goes on: it is told anew every few seconds when it has changed. */
final class KeptBars {

    private final EventLoop loop;
    private final MarketHistory market;
    private final Supplier<Duration> interval;
    private final BooleanSupplier isBroken;
    private final List<Kept> kept = new ArrayList<>();
    private boolean ticking;

    KeptBars(EventLoop loop, MarketHistory market, Supplier<Duration> interval, BooleanSupplier isBroken) {
        this.loop = loop;
        this.market = market;
        this.interval = interval;
        this.isBroken = isBroken;
    }

    /** Keeps a query whose bars have just been told. */
    void keep(Client client, int requestId, BarQuery query, List<DatedBar> bars) {
        kept.add(new Kept(client, requestId, query, bars.isEmpty() ? null : bars.getLast()));
        if (!ticking) {
            ticking = true;
            loop.after(interval.get(), this::tick);
        }
    }

    boolean has(Client client, int requestId) {
        return kept.stream().anyMatch(one -> one.is(client, requestId));
    }

    int count(Client client) {
        return (int) kept.stream().filter(one -> one.client == client).count();
    }

    /** Ends one; false when there is none. */
    boolean cancel(Client client, int requestId) {
        return kept.removeIf(one -> one.is(client, requestId));
    }

    void cancelAll(Client client) {
        kept.removeIf(one -> one.client == client);
    }

    private void tick() {
        ticking = !kept.isEmpty();
        if (ticking) {
            if (!isBroken.getAsBoolean()) {
                List.copyOf(kept).forEach(one -> one.tell(market));
            }
            loop.after(interval.get(), this::tick);
        }
    }

    private static final class Kept {

        private final Client client;
        private final int requestId;
        private final BarQuery query;
        private @Nullable DatedBar last;

        Kept(Client client, int requestId, BarQuery query, @Nullable DatedBar last) {
            this.client = client;
            this.requestId = requestId;
            this.query = query;
            this.last = last;
        }

        boolean is(Client other, int id) {
            return client == other && requestId == id;
        }

        void tell(MarketHistory market) {
            BarQuery now = query.endingAt(market.now());
            long from = last == null ? query.endSecond() : last.bar().start();
            for (DatedBar bar : BarAssembler.assemble(now, from)) {
                if (!bar.equals(last)) {
                    client.send(BarEvents.update(requestId, query, bar));
                    last = bar;
                }
            }
        }
    }
}
