package com.quanticity.ibkr.execution.outbox;

/** Is told about messages that were not published in time. */
@FunctionalInterface
public interface ExpiredMessages {

    /**
     * Called on the publisher's thread, outside a transaction. The receiver withdraws the key in a transaction of its own; when it does
     * not, the call is repeated.
     */
    void onExpired(String key);
}
