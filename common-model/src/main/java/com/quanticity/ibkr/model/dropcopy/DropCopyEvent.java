package com.quanticity.ibkr.model.dropcopy;

import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import java.time.Instant;

/**
 * One fact that the risk-manager's session saw, on {@code dropcopy.event}. Facts repeat after a reconnect; perm ids and execution ids say
 * what belongs together. Live facts of other clients come only when the gateway's Master API client ID is the risk-manager's.
 */
public sealed interface DropCopyEvent {

    /** When it was received or decided, UTC. */
    Instant at();

    /** An order is there, or changed. */
    record OrderSeen(DropCopyOrder order) implements DropCopyEvent {
        @Override
        public Instant at() {
            return order.at();
        }
    }

    /**
     * An execution, or a correction of one.
     *
     * @param orderRef the text its order was placed with, empty when there is none
     */
    record ExecutionSeen(Execution execution, String orderRef, TradeOrigin origin, Instant at)
            implements DropCopyEvent {}

    /** Cost of an execution; may come before it. */
    record CommissionSeen(CommissionReport report, Instant at) implements DropCopyEvent {}

    /**
     * Open orders, completed orders and executions were read completely; everything that is known was told before this.
     *
     * @param openOrders how many orders are open
     * @param executions how many executions the answer held
     */
    record Complete(int openOrders, int executions, Instant at) implements DropCopyEvent {}

    /** The session is lost: from here on facts may be missing until the next {@link Complete}. */
    record Lost(String reason, Instant at) implements DropCopyEvent {}
}
