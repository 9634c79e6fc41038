package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamHandler;
import com.quanticity.ibkr.stream.StreamSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Consumes {@code order.event} while the application runs. */
final class LedgerThreads implements SmartLifecycle {

    private static final int BATCH = 50;

    private final StreamBus bus;
    private final OrderEvents events;
    private @Nullable StreamSubscription subscription;

    LedgerThreads(StreamBus bus, OrderEvents events) {
        this.bus = bus;
        this.events = events;
    }

    @Override
    public synchronized void start() {
        subscription = bus.consume(
                Topics.ORDER_EVENT,
                ConsumerGroup.of("execution-engine-ledger").withBatchSize(BATCH).retryingForEver(),
                StreamHandler.each(events::handle));
    }

    @Override
    public synchronized void stop() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return subscription != null;
    }
}
