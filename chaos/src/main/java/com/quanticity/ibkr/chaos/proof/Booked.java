package com.quanticity.ibkr.chaos.proof;

import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.parent.ParentState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the platform believes.
 *
 * @param orders of the engine's ledger
 * @param parents of it: what its orders were made of
 * @param fills of the engine's ledger, corrections applied
 * @param positions the engine's, by symbol, without those that are flat
 * @param brokerPositions the risk-manager's, likewise
 * @param unapplied events the engine could not apply
 * @param deadLetters streams that hold messages nobody could handle
 */
record Booked(
        List<BookedOrder> orders,
        List<BookedParent> parents,
        List<BookedFill> fills,
        Map<String, BigDecimal> positions,
        Map<String, BigDecimal> brokerPositions,
        long unapplied,
        List<String> deadLetters) {

    /** An order of the ledger. */
    record BookedOrder(
            String clientOrderId,
            String parentOrderId,
            Role role,
            OrderStatus status,
            BigDecimal quantity,
            BigDecimal filled,
            String reasonCode) {}

    /**
     * A fill of the ledger.
     *
     * @param clientOrderId null for a fill of nobody's order
     * @param commission null until it was told
     */
    record BookedFill(
            String execId,
            @Nullable String clientOrderId,
            BigDecimal quantity,
            BigDecimal price,
            @Nullable BigDecimal commission) {}

    /** What an order is for its parent. */
    enum Role {
        ORDER,
        SLICE,
        ENTRY,
        STOP,
        TARGET
    }

    /**
     * What was asked for.
     *
     * @param state of an algorithm's parent or a bracket, null for orders placed one by one and groups
     * @param filled as the roll-up tells, null like the state
     */
    record BookedParent(
            String parentOrderId,
            String idempotencyKey,
            BigDecimal quantity,
            @Nullable ParentState state,
            @Nullable BigDecimal filled) {}
}
