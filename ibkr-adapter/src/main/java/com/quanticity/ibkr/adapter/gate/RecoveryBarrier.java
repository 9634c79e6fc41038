package com.quanticity.ibkr.adapter.gate;

/** Whether the broker has told all about our orders since the present connection began. Must not block; any thread. */
public interface RecoveryBarrier {

    /** True when open orders, executions and completed orders of this connection are in; until then no new order may leave. */
    boolean isComplete();

    /** What is not in, in one line; empty when nothing is missing. */
    String missing();
}
