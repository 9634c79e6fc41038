package com.quanticity.ibkr.execution.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.Fill;
import com.quanticity.ibkr.execution.ledger.OrderChangeState;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as callers see it: the fields of its snapshot, and what belongs to it here.
 *
 * @param changes changes that were asked for, oldest first; missing when there are none
 * @param fills its fills, oldest first; null in lists and in answers to commands
 */
record OrderResource(
        @Schema(description = "our id of the order, unique for ever")
        ClientOrderId clientOrderId,

        @Schema(description = "the parent it is a part of") String parentOrderId,
        @JsonUnwrapped OrderSnapshot snapshot,

        @Schema(description = "when its cancellation was first requested, null when never") @Nullable Instant cancelRequestedAt,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OrderChangeState> changes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Fill> fills) {

    static OrderResource of(ChildOrder child) {
        return of(child, null);
    }

    static OrderResource of(ChildOrder child, @Nullable List<Fill> fills) {
        return new OrderResource(
                child.snapshot().order().clientOrderId(),
                child.parentOrderId(),
                child.snapshot(),
                child.cancelRequestedAt(),
                child.changes(),
                fills);
    }
}
