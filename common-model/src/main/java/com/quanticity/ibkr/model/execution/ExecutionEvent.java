package com.quanticity.ibkr.model.execution;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.parent.ParentSnapshot;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What execution-engine tells about its ledger on {@code execution.event}. Snapshots: the highest version or time wins. */
public sealed interface ExecutionEvent {

    /** An order changed. */
    record OrderChanged(OrderSnapshot snapshot) implements ExecutionEvent {}

    /** A position of our own ledger changed. */
    record PositionChanged(LedgerPosition position) implements ExecutionEvent {}

    /** A parent or the roll-up of its children changed. Orders placed one by one have no such parent. */
    record ParentChanged(ParentSnapshot snapshot) implements ExecutionEvent {}

    /**
     * An order went out as a child of a parent; the order itself is told by {@link OrderChanged}.
     *
     * @param role what it is for the parent: {@code SLICE}, or {@code ENTRY}, {@code STOP}, {@code TARGET} of a bracket
     */
    record ChildSent(String parentOrderId, ClientOrderId clientOrderId, String role, BigDecimal quantity, Instant at)
            implements ExecutionEvent {}

    /** A difference between our books and the broker's came, changed or ended. */
    record DiscrepancyChanged(Discrepancy discrepancy) implements ExecutionEvent {}

    /**
     * An intent of an outside strategy was taken or refused.
     *
     * @param code why it was refused, stable, for programs; empty when it was taken
     * @param reason one line: what is wrong and what to do; empty when it was taken
     * @param parentOrderId the parent it became, null when it was refused
     */
    record IntentAnswered(
            String intentId,
            String strategy,
            boolean accepted,
            String code,
            String reason,
            @Nullable String parentOrderId,
            Instant at)
            implements ExecutionEvent {}
}
