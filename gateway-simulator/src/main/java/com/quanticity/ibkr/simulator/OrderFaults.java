package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.witness.Witness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can happen to orders. Thread-safe. */
public final class OrderFaults {

    private static final Logger log = LoggerFactory.getLogger(OrderFaults.class);

    private final EventLoop loop;
    private final Gateway gateway;
    private final Witness witness;

    OrderFaults(EventLoop loop, Gateway gateway, Witness witness) {
        this.loop = loop;
        this.gateway = gateway;
        this.witness = witness;
    }

    /** Cancels are answered by 10148 that names this state, and change nothing. */
    public void refuseCancels(String state) {
        does("cancels refused state=" + state, () -> gateway.faults().refuseCancels(state));
    }

    /** Cancels pass again. */
    public void allowCancels() {
        does("cancels pass", () -> gateway.faults().refuseCancels(null));
    }

    /**
     * Sends a message about an order, which does nothing to the order.
     *
     * @param clientId null for the newest order's
     * @param orderId null for the newest order of the client
     * @throws IllegalStateException when there is no order yet
     */
    public void say(@Nullable Integer clientId, @Nullable Integer orderId, int code, String text) {
        does("order message client=" + clientId + " order=" + orderId + " code=" + code, () -> {
            OrderKey newest = witness.newestOrder(clientId);
            if (newest == null) {
                throw new IllegalStateException("there is no order to speak of: place one first");
            }
            gateway.sendMessage(newest.clientId(), orderId == null ? newest.orderId() : orderId, code, text);
        });
    }

    private void does(String what, Runnable action) {
        log.info("simulator fault {}", what);
        loop.call(() -> {
            action.run();
            return null;
        });
    }
}
