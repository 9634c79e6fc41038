package com.quanticity.ibkr.risk.limit;

import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.LimitOverride;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Leave that one person asks for, for one order to exceed one limit.
 *
 * @param id ULID
 * @param reason the denial to lift
 * @param strategy strategy of the order
 * @param symbol the desk's symbol
 * @param side side of the order
 * @param quantity the most the order may have
 * @param validFor how long it holds once it is approved
 * @param by who asks
 * @param why in their words
 * @param at when it was asked for
 * @param approvedBy who agreed, null while nobody has
 * @param validUntil when it lapses, null while nobody agreed
 */
record OverrideRequest(
        String id,
        DenialReason reason,
        String strategy,
        String symbol,
        Side side,
        BigDecimal quantity,
        Duration validFor,
        String by,
        String why,
        Instant at,
        @Nullable String approvedBy,
        @Nullable Instant validUntil) {

    OverrideRequest approved(String person, Instant now) {
        return new OverrideRequest(
                id, reason, strategy, symbol, side, quantity, validFor, by, why, at, person, now.plus(validFor));
    }

    /** Null while nobody agreed. */
    @Nullable LimitOverride override() {
        return approvedBy == null || validUntil == null
                ? null
                : new LimitOverride(id, reason, strategy, symbol, side, quantity, validUntil, by, approvedBy, why);
    }
}
