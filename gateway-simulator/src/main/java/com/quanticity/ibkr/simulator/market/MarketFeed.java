package com.quanticity.ibkr.simulator.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A source of market events in time order. */
public interface MarketFeed extends AutoCloseable {

    SortedSet<String> symbols();

    /** Market time at which the playback starts; events before it make up the initial state. */
    Instant start();

    /** Whether the market waits for the first market-data subscription before its time runs. */
    boolean waitsForSubscriber();

    /**
     * The next event, or null at the end.
     *
     * @throws java.io.UncheckedIOException when the source cannot be read any further
     */
    @Nullable MarketEvent next();

    /** About what the instruments cost at the beginning, as far as it is known. */
    default Map<String, BigDecimal> firstPrices() {
        return Map.of();
    }

    @Override
    void close();
}
