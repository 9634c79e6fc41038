package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.AdapterProperties.MarketData;
import com.quanticity.ibkr.adapter.stream.MarketStream;
import com.quanticity.ibkr.adapter.stream.MarketStreamPublisher;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Publishes quotes on {@code market.quote} and keeps the latest ones alive, each on a thread of its own. */
final class QuotePublisher implements QuoteSink, AutoCloseable {

    private final LatestQuotes latest;
    private final LatestQuoteWriter writer;
    private final MarketStreamPublisher<Quote> publisher;

    QuotePublisher(StreamBus bus, LatestQuotes latest, Clock clock, MarketData settings, MeterRegistry meters) {
        this.latest = latest;
        this.writer = new LatestQuoteWriter(latest, clock, settings.refresh());
        this.publisher = new MarketStreamPublisher<>(
                bus,
                MarketStream.QUOTES,
                clock,
                settings.bufferQuotes(),
                settings.entryQuotes(),
                meters,
                quotes -> writer.onChanged(quotes.stream().map(Quote::symbol).toList()));
    }

    void start() {
        writer.start();
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
    public void onServed(String symbol, boolean served) {
        if (latest.onServed(symbol, served)) {
            writer.onChanged(Set.of(symbol));
        }
    }

    @Override
    public void onBehind(@Nullable String behind) {
        latest.onBehind(behind);
        writer.onChanged(latest.symbols());
    }

    @Override
    public void forget(String symbol) {
        latest.forget(symbol);
        writer.onChanged(Set.of(symbol));
    }

    @Override
    public void close() {
        publisher.close();
        writer.close();
    }
}
