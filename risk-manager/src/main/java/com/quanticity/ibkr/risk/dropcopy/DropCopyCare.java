package com.quanticity.ibkr.risk.dropcopy;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the open orders of all clients from time to time while the session is usable. */
final class DropCopyCare implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DropCopyCare.class);

    private final GatewaySession session;
    private final DropCopyFeed feed;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("drop-copy-care").daemon().factory());

    DropCopyCare(GatewaySession session, DropCopyFeed feed) {
        this.session = session;
        this.feed = feed;
    }

    void start(Duration every) {
        var _ = timer.scheduleWithFixedDelay(this::ask, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void ask() {
        try {
            if (session.state().isUsable()) {
                feed.askForOpenOrders(session);
            }
        } catch (RuntimeException e) {
            LOG.error("open orders not asked for, it goes on", e); // an exception would end the timer
        }
    }
}
