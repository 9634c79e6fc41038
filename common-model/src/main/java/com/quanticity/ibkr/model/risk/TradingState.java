package com.quanticity.ibkr.model.risk;

/** Whether new orders may leave. Cancels pass in every state. */
public enum TradingState {
    /** New orders pass the gate. */
    ACTIVE,
    /** Only orders that lower exposure pass. */
    REDUCING,
    /** No new orders. */
    HALTED
}
