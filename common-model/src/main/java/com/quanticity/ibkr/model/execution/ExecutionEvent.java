package com.quanticity.ibkr.model.execution;

import com.quanticity.ibkr.model.order.OrderSnapshot;

/** What execution-engine tells about its ledger on {@code execution.event}. Snapshots: the highest version or time wins. */
public sealed interface ExecutionEvent {

    /** An order changed. */
    record OrderChanged(OrderSnapshot snapshot) implements ExecutionEvent {}

    /** A position of our own ledger changed. */
    record PositionChanged(LedgerPosition position) implements ExecutionEvent {}
}
