package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Merges changes of one instrument that follow each other quickly: the first after a quiet time is told at once, what
 * comes within the interval is told together at its end.
 */
final class Conflator {

    private final EventLoop loop;
    private final Function<SymbolMarket, Duration> interval;
    private final Consumer<SymbolMarket> listener;
    private final Map<SymbolMarket, Cadence> cadences = new HashMap<>();

    /**
     * Conflates.
     *
     * @param interval of an instrument; zero tells every change
     */
    Conflator(EventLoop loop, Function<SymbolMarket, Duration> interval, Consumer<SymbolMarket> listener) {
        this.loop = loop;
        this.interval = interval;
        this.listener = listener;
    }

    void onChange(SymbolMarket symbol) {
        Cadence cadence = cadences.computeIfAbsent(symbol, any -> new Cadence(interval.apply(symbol)));
        if (cadence.length.isZero()) {
            listener.accept(symbol);
        } else if (!cadence.isPending) {
            Instant now = loop.now();
            if (now.isBefore(cadence.next)) {
                cadence.isPending = true;
                loop.at(cadence.next, () -> tell(symbol, cadence));
            } else {
                tell(symbol, cadence);
            }
        }
    }

    private void tell(SymbolMarket symbol, Cadence cadence) {
        cadence.isPending = false;
        cadence.next = loop.now().plus(cadence.length);
        listener.accept(symbol);
    }

    private static final class Cadence {

        private final Duration length;
        private Instant next = Instant.MIN;
        private boolean isPending;

        private Cadence(Duration length) {
            this.length = length;
        }
    }
}
