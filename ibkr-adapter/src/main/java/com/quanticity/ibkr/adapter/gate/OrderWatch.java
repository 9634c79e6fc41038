package com.quanticity.ibkr.adapter.gate;

/** Hears what becomes of our orders. */
@FunctionalInterface
public interface OrderWatch {

    /**
     * An order was entered into the book, or its terms, its state or its fill changed. Called with the book's monitor held; must not
     * block.
     */
    void onOrder(WatchedOrder order);
}
