package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.AdapterProperties.MarketData;
import com.quanticity.ibkr.adapter.stream.MarketStream;
import com.quanticity.ibkr.adapter.stream.MarketStreamPublisher;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Publishes quotes on {@code market.quote} and keeps the latest ones alive, both on the stream publisher's thread. */
final class QuotePublisher implements QuoteSink, AutoCloseable {

    private final LatestQuotes latest;
    private final MarketStreamPublisher<Quote> publisher;

    QuotePublisher(StreamBus bus, LatestQuotes latest, Clock clock, MarketData settings, MeterRegistry meters) {
        this.latest = latest;
        this.publisher = new MarketStreamPublisher<>(
                bus,
                MarketStream.QUOTES,
                clock,
                settings.bufferQuotes(),
                settings.entryQuotes(),
                meters,
                settings.refresh(),
                new LatestWriter(latest, clock));
    }

    void start() {
        publisher.start();
    }

    @Override
    public void publish(List<Quote> quotes) {
        latest.onQuotes(quotes);
        publisher.publish(quotes);
    }

    @Override
    public void onFacts(String symbol, Level1Facts facts) {
        latest.onFacts(symbol, facts);
    }

    @Override
    public void onSessionReady(boolean ready) {
        latest.onSessionReady(ready);
    }

    @Override
    public void forget(String symbol) {
        latest.forget(symbol);
    }

    @Override
    public void close() {
        publisher.close();
    }

    /** Writes the latest quotes once for a burst: while more waits, now and then only. */
    private static final class LatestWriter implements MarketStreamPublisher.Listener<Quote> {

        private static final Duration BURST_PAUSE = Duration.ofMillis(50);

        private final LatestQuotes latest;
        private final Clock clock;
        private final Set<String> changed = new HashSet<>();
        private Instant written = Instant.MIN;

        LatestWriter(LatestQuotes latest, Clock clock) {
            this.latest = latest;
            this.clock = clock;
        }

        @Override
        public void onPublished(List<Quote> quotes, boolean more) {
            quotes.forEach(quote -> changed.add(quote.symbol()));
            Instant now = clock.instant();
            if (!more || now.isAfter(written.plus(BURST_PAUSE))) {
                latest.write(changed);
                written = now;
                changed.clear();
            }
        }

        @Override
        public void onTurn() {
            latest.writeAll();
        }
    }
}
