package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.JournalRow;
import com.quanticity.ibkr.adapter.journal.OrderJournal;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamHandler;
import com.quanticity.ibkr.stream.StreamSubscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up the journal before the session connects, and takes commands once it may. */
final class OrderRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderRunner.class);
    private static final String GROUP = "ibkr-adapter-orders";
    private static final int COMMANDS_AT_ONCE = 20;
    private static final Duration LOADED = Duration.ofDays(7);

    private final StreamBus bus;
    private final StreamHandler<OrderCommand> desk;
    private final OrderBook book;
    private final OrderJournal journal;
    private final OrderIds ids;
    private final OrderRecovery recovery;
    private final OpenPreviews previews;
    private final Clock clock;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("order-watch").factory());
    private @Nullable StreamSubscription commands;

    OrderRunner(
            StreamBus bus,
            StreamHandler<OrderCommand> desk,
            OrderBook book,
            OrderJournal journal,
            OrderIds ids,
            OrderRecovery recovery,
            OpenPreviews previews,
            Clock clock) {
        this.bus = bus;
        this.desk = desk;
        this.book = book;
        this.journal = journal;
        this.ids = ids;
        this.recovery = recovery;
        this.previews = previews;
        this.clock = clock;
    }

    void load() {
        ids.load(journal);
        Instant since = clock.instant().minus(LOADED);
        List<JournalRow> rows = journal.load(since);
        synchronized (book) {
            rows.forEach(book::add);
            journal.loadModifications(since).forEach(book::restore);
            LOG.info(
                    "order journal loaded orders={} live={}",
                    rows.size(),
                    book.live().size());
        }
    }

    void start() {
        commands = bus.consume(Topics.ORDER_COMMAND, ConsumerGroup.of(GROUP).withBatchSize(COMMANDS_AT_ONCE), desk);
        Future<?> _ = ticker.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
    }

    /** A scheduled task that throws is never run again. */
    private void watch() {
        try {
            recovery.checkInFlight();
            synchronized (book) {
                previews.checkOverdue();
            }
        } catch (RuntimeException e) {
            LOG.error("orders in flight not checked", e);
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        StreamSubscription running = commands;
        if (running != null) {
            running.close();
        }
    }
}
