package com.quanticity.ibkr.execution.intent;

import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamHandler;
import com.quanticity.ibkr.stream.StreamSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Consumes {@code signal.intent} while the application runs. */
final class IntentThreads implements SmartLifecycle {

    private final StreamBus bus;
    private final IntentDesk desk;
    private @Nullable StreamSubscription subscription;

    IntentThreads(StreamBus bus, IntentDesk desk) {
        this.bus = bus;
        this.desk = desk;
    }

    @Override
    public synchronized void start() {
        subscription = bus.consume(
                Topics.SIGNAL_INTENT,
                ConsumerGroup.of("execution-engine-intents").retryingForEver(),
                StreamHandler.each(message -> desk.handle(message.data())));
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
