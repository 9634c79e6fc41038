package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.AdapterProperties.MarketData;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes quotes from the session's consumer thread and publishes them in order on a thread of its own: what waits goes as one entry,
 * never more than the configured number, and it never waits to fill one. While Redis is away quotes stay in a bounded buffer; beyond it
 * the oldest are dropped, counted, and seen by every consumer as a hole in the sequence. An entry whose publication failed is sent again
 * as it was, so it may appear twice; the quotes' identity tells.
 */
final class QuotePublisher implements QuoteSink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuotePublisher.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);
    private static final Duration BURST_PAUSE = Duration.ofMillis(50);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);

    private final StreamBus bus;
    private final LatestQuotes latest;
    private final Clock clock;
    private final MarketData settings;
    private final QuoteBuffer buffer;
    private final Counter made;
    private final Counter published;
    private final Counter dropped;
    private final Timer latency;
    private final AtomicBoolean dropping = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().name("quote-publisher").unstarted(this::run);
    private volatile boolean closed;
    private final Set<String> changed = new HashSet<>();
    private Instant latestWritten = Instant.MIN;
    private boolean failing;

    QuotePublisher(StreamBus bus, LatestQuotes latest, Clock clock, MarketData settings, MeterRegistry meters) {
        this.bus = bus;
        this.latest = latest;
        this.clock = clock;
        this.settings = settings;
        this.buffer = new QuoteBuffer(settings.bufferQuotes());
        this.made = meters.counter(AdapterMeter.QUOTES.meterName());
        this.published = meters.counter(AdapterMeter.QUOTES_PUBLISHED.meterName());
        this.dropped = meters.counter(AdapterMeter.QUOTES_DROPPED.meterName());
        this.latency = meters.timer(AdapterMeter.QUOTE_LATENCY.meterName());
        meters.gauge(AdapterMeter.QUOTES_WAITING.meterName(), buffer, QuoteBuffer::size);
    }

    void start() {
        thread.start();
    }

    @Override
    public void publish(List<Quote> quotes) {
        made.increment(quotes.size());
        latest.onQuotes(quotes);
        int lost = buffer.put(quotes);
        if (lost > 0) {
            dropped.increment(lost);
            if (dropping.compareAndSet(false, true)) {
                LOG.error(
                        "quotes dropped, the buffer of {} is full; consumers see a hole in the sequence. Check Redis",
                        settings.bufferQuotes());
            }
        }
    }

    @Override
    public void onSessionReady(boolean ready) {
        latest.onSessionReady(ready);
    }

    @Override
    public void forget(String symbol) {
        latest.forget(symbol);
    }

    /** Publishes what waits for three seconds at most, then stops. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!thread.join(CLOSE_WAIT)) {
                LOG.warn("quotes not published at shutdown count={}; Redis did not take them", buffer.size());
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Instant refreshDue = clock.instant();
            while (!closed || buffer.size() > 0) {
                publishEntry(buffer.take(settings.entryQuotes(), closed ? Duration.ZERO : settings.refresh()));
                if (!clock.instant().isBefore(refreshDue)) {
                    refreshDue = clock.instant().plus(settings.refresh());
                    refresh();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishEntry(List<Quote> quotes) throws InterruptedException {
        if (quotes.isEmpty()) {
            return;
        }
        QuoteBatch batch = new QuoteBatch(quotes);
        try {
            while (!attempt(batch)) {
                Thread.sleep(RETRY_PAUSE);
            }
            published.increment(quotes.size());
            latency.record(Duration.between(quotes.getFirst().receivedAt(), clock.instant()));
            writeLatest(quotes);
        } catch (RuntimeException e) {
            // What can never be published must not stop what can.
            dropped.increment(quotes.size());
            LOG.error(
                    "quotes dropped, they cannot be published count={} first={}", quotes.size(), quotes.getFirst(), e);
        }
    }

    /** Once for a burst: while more waits the latest quotes are written now and then only. */
    private void writeLatest(List<Quote> published) {
        published.forEach(quote -> changed.add(quote.symbol()));
        Instant now = clock.instant();
        if (buffer.size() == 0 || now.isAfter(latestWritten.plus(BURST_PAUSE))) {
            latest.write(changed);
            latestWritten = now;
            changed.clear();
        }
    }

    private boolean attempt(QuoteBatch batch) {
        try {
            bus.publish(Topics.MARKET_QUOTE, "", batch);
            recovered();
            return true;
        } catch (StreamUnavailableException e) {
            failed(e);
            return false;
        }
    }

    private void refresh() {
        latest.writeAll();
    }

    private void recovered() {
        if (failing) {
            failing = false;
            dropping.set(false);
            LOG.info("quotes published again waiting={}", buffer.size());
        }
    }

    private void failed(StreamUnavailableException cause) {
        if (!failing) {
            failing = true;
            LOG.warn("quotes not published cause={}; kept in memory and tried again", cause.getMessage());
        }
    }
}
