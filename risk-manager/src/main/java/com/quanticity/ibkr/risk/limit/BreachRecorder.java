package com.quanticity.ibkr.risk.limit;

import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps a record of every order that the gate denied. What the database does not take comes again. */
final class BreachRecorder implements AutoCloseable {

    private static final ConsumerGroup GROUP = ConsumerGroup.of("risk-manager-breaches");

    private final StreamBus bus;
    private final LimitStore store;
    private @Nullable StreamSubscription subscription;

    BreachRecorder(StreamBus bus, LimitStore store) {
        this.bus = bus;
        this.store = store;
    }

    synchronized void start() {
        subscription = bus.consume(Topics.ORDER_EVENT, GROUP, messages -> {
            List<Breach> breaches = messages.stream()
                    .map(BreachRecorder::breach)
                    .filter(Objects::nonNull)
                    .toList();
            if (!breaches.isEmpty()) {
                store.add(breaches);
            }
        });
    }

    private static @Nullable Breach breach(Envelope<OrderEvent> message) {
        return message.data() instanceof OrderEvent.Denied denied
                ? new Breach(
                        message.id(),
                        denied.clientOrderId().value(),
                        denied.reason().name(),
                        denied.value(),
                        denied.limit(),
                        denied.at())
                : null;
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
        }
    }
}
