package com.quanticity.ibkr.execution.reconcile.witness;

import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamHandler;
import com.quanticity.ibkr.stream.StreamSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Consumes {@code dropcopy.event} while the application runs. */
final class DropCopyThreads implements SmartLifecycle {

    private static final int BATCH = 50;

    private final StreamBus bus;
    private final DropCopyIntake intake;
    private @Nullable StreamSubscription subscription;

    DropCopyThreads(StreamBus bus, DropCopyIntake intake) {
        this.bus = bus;
        this.intake = intake;
    }

    @Override
    public synchronized void start() {
        subscription = bus.consume(
                Topics.DROPCOPY_EVENT,
                ConsumerGroup.of("execution-engine-drop-copy")
                        .withBatchSize(BATCH)
                        .retryingForEver(),
                StreamHandler.each(intake::handle));
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
