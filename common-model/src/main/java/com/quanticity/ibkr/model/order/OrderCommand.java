package com.quanticity.ibkr.model.order;

/** What is asked of the adapter on {@code order.command}. Delivered at least once: the client order id makes it idempotent. */
public sealed interface OrderCommand {

    ClientOrderId clientOrderId();

    /** Who asked: a user or a service. */
    String by();

    /** Send this order, unless the gate denies it or it was sent before. */
    record Submit(Order order, String by) implements OrderCommand {
        @Override
        public ClientOrderId clientOrderId() {
            return order.clientOrderId();
        }
    }

    /** Cancel this order. Always passes, whatever the trading state. */
    record Cancel(ClientOrderId clientOrderId, String by) implements OrderCommand {}
}
