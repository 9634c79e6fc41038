package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.order.OrderChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of an order and what came of it.
 *
 * @param change what was asked for, null when the adapter refused it at once
 * @param reasonCode denial reason or broker's code, empty when there is none
 */
public record OrderChangeState(
        String modificationId,

        @Schema(description = "PENDING, UNKNOWN, FAILED or MADE")
        String state,

        @Nullable OrderChange change,
        String reasonCode,
        String reason,
        Instant at) {}
