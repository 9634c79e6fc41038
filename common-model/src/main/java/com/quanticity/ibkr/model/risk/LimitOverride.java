package com.quanticity.ibkr.model.risk;

import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Leave for one order to exceed one limit, given by two people for a short time. It is used up by the first order that needs it. Source:
 * Regulation (EU) 2017/589, article 15(6).
 *
 * @param id unique for ever
 * @param reason the denial that it lifts
 * @param strategy strategy of the order
 * @param symbol the desk's symbol
 * @param side side of the order
 * @param quantity the most the order may have
 * @param validUntil when it lapses
 * @param requestedBy who asked
 * @param approvedBy who agreed, another person
 * @param why in the words of who asked
 */
public record LimitOverride(
        String id,
        DenialReason reason,
        String strategy,
        String symbol,
        Side side,
        BigDecimal quantity,
        Instant validUntil,
        String requestedBy,
        String approvedBy,
        String why) {

    public LimitOverride {
        if (!reason.isOverridable()) {
            throw new IllegalArgumentException(reason + " cannot be overridden; only denials by a limit can");
        }
        if (requestedBy.strip().equalsIgnoreCase(approvedBy.strip())) {
            throw new IllegalArgumentException("an override needs a second person, both were " + requestedBy);
        }
    }
}
