package com.quanticity.ibkr.model.order;

/** What is asked of the adapter on {@code order.command}. Delivered at least once: the ids make it idempotent. */
public sealed interface OrderCommand {

    /** Key of the message: the client order id, of a group the first one's, empty for a cancel by scope. */
    String key();

    /** Who asked: a user or a service. */
    String by();

    /** Send this order, unless the gate denies it or it was sent before. */
    record Submit(Order order, String by) implements OrderCommand {

        public ClientOrderId clientOrderId() {
            return order.clientOrderId();
        }

        @Override
        public String key() {
            return order.clientOrderId().value();
        }
    }

    /** Send all orders of the group or none. */
    record SubmitGroup(OrderGroup group, String by) implements OrderCommand {
        @Override
        public String key() {
            return group.orders().getFirst().clientOrderId().value();
        }
    }

    /**
     * Change a live order.
     *
     * @param modificationId ULID of this change; the same change is never sent twice
     */
    record Modify(ClientOrderId clientOrderId, String modificationId, OrderChange change, String by)
            implements OrderCommand {
        @Override
        public String key() {
            return clientOrderId.value();
        }
    }

    /** Cancel this order. Always passes, whatever the trading state. */
    record Cancel(ClientOrderId clientOrderId, String by) implements OrderCommand {
        @Override
        public String key() {
            return clientOrderId.value();
        }
    }

    /** Cancel every live order of the scope, one by one. Always passes. {@code reason} goes to log and audit. */
    record CancelAll(CancelScope scope, String reason, String by) implements OrderCommand {
        @Override
        public String key() {
            return "";
        }
    }

    /** Ask the gate and the broker what would come of this order; nothing is placed, its client order id is never used for an order. */
    record Preview(Order order, String by) implements OrderCommand {
        @Override
        public String key() {
            return order.clientOrderId().value();
        }
    }

    /**
     * As {@link Preview}, for orders that would be sent together. The gate is asked about every one, and when it would pass them all, the
     * broker about those that do not wait for another.
     */
    record PreviewGroup(OrderGroup group, String by) implements OrderCommand {
        @Override
        public String key() {
            return group.orders().getFirst().clientOrderId().value();
        }
    }
}
