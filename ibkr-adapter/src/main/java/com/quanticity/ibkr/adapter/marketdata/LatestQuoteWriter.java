package com.quanticity.ibkr.adapter.marketdata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the latest quotes of what was published, and all of them now and then. It has a thread of its own, so that no entry of the stream
 * waits for a key, and rests between two writes: what changes meanwhile is written once.
 */
final class LatestQuoteWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LatestQuoteWriter.class);
    private static final Duration REST = Duration.ofMillis(10);

    private final LatestQuotes latest;
    private final Clock clock;
    private final Duration refresh;
    private final Set<String> changed = new HashSet<>();
    private final Thread thread =
            Thread.ofPlatform().name("latest-quotes").daemon().unstarted(this::run);

    /** @param refresh how often all are written, changed or not */
    LatestQuoteWriter(LatestQuotes latest, Clock clock, Duration refresh) {
        this.latest = latest;
        this.clock = clock;
        this.refresh = refresh;
    }

    void start() {
        thread.start();
    }

    /** The quotes of these are in the stream, or may not be shown as they were; any thread. */
    void onChanged(Collection<String> symbols) {
        synchronized (changed) {
            boolean wasEmpty = changed.isEmpty();
            changed.addAll(symbols);
            if (wasEmpty) {
                changed.notifyAll();
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        Instant refreshDue = clock.instant();
        try {
            while (true) {
                Set<String> symbols = take();
                boolean all = !clock.instant().isBefore(refreshDue);
                if (all) {
                    refreshDue = clock.instant().plus(refresh);
                }
                write(symbols, all);
                Thread.sleep(REST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empty when nothing changed for as long as a refresh. */
    private Set<String> take() throws InterruptedException {
        synchronized (changed) {
            if (changed.isEmpty()) {
                changed.wait(refresh.toMillis());
            }
            Set<String> symbols = Set.copyOf(changed);
            changed.clear();
            return symbols;
        }
    }

    private void write(Set<String> symbols, boolean all) {
        try {
            latest.write(symbols);
            if (all) {
                latest.writeAll();
            }
        } catch (RuntimeException e) {
            LOG.error("latest quotes not written, tried again with the next change", e);
        }
    }
}
