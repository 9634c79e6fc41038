package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes statuses in order on {@code market.status}, on a thread of its own. While Redis is away they wait; beyond the bound the
 * oldest are dropped, as newer ones say more.
 */
final class StatusPublisher implements StatusSink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusPublisher.class);
    private static final int CAPACITY = 20_000;
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

    private final StreamBus bus;
    private final BlockingQueue<MarketStatus> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("market-status-publisher").unstarted(this::run);

    StatusPublisher(StreamBus bus) {
        this.bus = bus;
    }

    void start() {
        thread.start();
    }

    @Override
    public void publish(MarketStatus status) {
        while (!waiting.offer(status)) {
            MarketStatus dropped = waiting.poll();
            LOG.warn(
                    "market status dropped, Redis does not take them symbol={}",
                    dropped == null ? "" : dropped.symbol());
        }
    }

    /** Lets what waits go out for two seconds at most. */
    @Override
    public void close() {
        try {
            long deadline = System.nanoTime() + CLOSE_WAIT.toNanos();
            while (!waiting.isEmpty() && thread.isAlive() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            thread.interrupt();
            thread.join(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                publishUntilTaken(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishUntilTaken(MarketStatus status) throws InterruptedException {
        boolean taken = false;
        while (!taken) {
            try {
                bus.publish(Topics.MARKET_STATUS, status.symbol(), status);
                taken = true;
            } catch (StreamUnavailableException e) {
                LOG.debug("market status waits for Redis waiting={}", waiting.size());
                Thread.sleep(RETRY_PAUSE);
            }
        }
    }
}
