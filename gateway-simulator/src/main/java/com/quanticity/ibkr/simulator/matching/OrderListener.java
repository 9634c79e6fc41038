package com.quanticity.ibkr.simulator.matching;

/** Hears of everything that happens to orders, in the order a gateway tells of it. Called on the event loop. */
public interface OrderListener {

    /** The order as it is held now. */
    void onOrder(WorkingOrder order);

    /** The order's progress numbers. */
    void onStatus(WorkingOrder order);

    void onExecution(Execution execution);

    void onCommission(Execution execution);

    /** A refusal, a warning or the confirmation of a cancel. */
    void onMessage(OrderKey order, int code, String text);
}
