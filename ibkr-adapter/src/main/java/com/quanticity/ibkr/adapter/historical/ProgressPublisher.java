package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts progress on {@code history.progress}, the newest word about each download once a second. While Redis is away only the newest word
 * waits. Thread-safe; publishes on a thread of its own.
 */
final class ProgressPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressPublisher.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final StreamBus bus;
    private final Map<String, HistoryProgress> waiting = new LinkedHashMap<>();
    private final Thread thread = Thread.ofVirtual().name("history-progress").unstarted(this::run);
    private volatile boolean closed;
    private boolean failing;

    ProgressPublisher(StreamBus bus) {
        this.bus = bus;
    }

    void start() {
        thread.start();
    }

    void take(HistoryProgress progress) {
        synchronized (waiting) {
            waiting.put(progress.jobId(), progress);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            publishAll();
            try {
                Thread.sleep(PACE);
            } catch (InterruptedException e) {
                break;
            }
        }
        publishAll();
    }

    private void publishAll() {
        Map<String, HistoryProgress> now;
        synchronized (waiting) {
            now = new LinkedHashMap<>(waiting);
        }
        for (HistoryProgress progress : now.values()) {
            try {
                bus.publish(Topics.HISTORY_PROGRESS, progress.jobId(), progress);
                failing = false;
            } catch (StreamUnavailableException e) {
                if (!failing) {
                    LOG.warn("progress of downloads not published cause={}; trying again each second", e.toString());
                }
                failing = true;
                return;
            }
            synchronized (waiting) {
                waiting.remove(progress.jobId(), progress);
            }
        }
    }
}
