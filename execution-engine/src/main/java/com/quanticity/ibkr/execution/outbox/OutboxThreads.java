package com.quanticity.ibkr.execution.outbox;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Starts and stops the publishers with the application. A publication under way is finished or left uncertain; nothing is lost. */
final class OutboxThreads implements SmartLifecycle {

    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);

    private final List<OutboxPublisher<?>> publishers;
    private List<Thread> threads = List.of();

    OutboxThreads(List<OutboxPublisher<?>> publishers) {
        this.publishers = List.copyOf(publishers);
    }

    @Override
    public synchronized void start() {
        threads = publishers.stream()
                .map(publisher -> Thread.ofVirtual().name("outbox-" + publisher).start(publisher::run))
                .toList();
    }

    @Override
    public synchronized void stop() {
        publishers.forEach(OutboxPublisher::close);
        try {
            for (Thread thread : threads) {
                if (!thread.join(CLOSE_WAIT)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
