package com.quanticity.ibkr.simulator.matching;

/** Hears of everything that happens to orders, in the order a gateway tells of it. Called on the event loop. */
public interface OrderListener {

    /** The order as it is held now. */
    void onOrder(WorkingOrder order);

    /** The order's progress numbers. */
    void onStatus(WorkingOrder order);

    /** A status that is not the order's, told by mistake. */
    default void onFalseStatus(WorkingOrder order, String status) {}

    void onExecution(Execution execution);

    void onCommission(Execution execution);

    /** A manual order was given an order id of client 0. */
    default void onBound(WorkingOrder order) {}

    /** What an order would do; nothing was placed. */
    default void onPreview(OrderPreview preview) {}

    /**
     * A refusal, a warning or the confirmation of a cancel.
     *
     * @param advancedJson details of a reject that can be overridden, else empty
     */
    void onMessage(OrderKey order, int code, String text, String advancedJson);

    default void onMessage(OrderKey order, int code, String text) {
        onMessage(order, code, text, "");
    }
}
