package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.algo.schedule.Slicer;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param account account to trade in, empty = the gateway's only account
 * @param quantity what shall be traded in all, above zero
 * @param strategy who wants it, for attribution
 * @param algorithm id in the register of algorithms
 * @param person who answers for it
 * @param origin what it came from, empty when it was asked for by REST
 * @param bracket prices of a bracket, null for every other plan
 */
public record ParentTerms(
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        String strategy,
        String algorithm,
        String person,
        String origin,
        PlanTerms plan,
        ChildTerms children,
        @Nullable BracketTerms bracket) {

    public ParentTerms {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("quantity must be greater than 0, was " + quantity.toPlainString());
        }
        if (!children.lot().fits(quantity)) {
            throw new IllegalArgumentException("quantity " + quantity.toPlainString() + " is no multiple of lot.step "
                    + children.lot().step().toPlainString());
        }
    }

    /** @throws IllegalArgumentException when the plan is incomplete; the message says what is missing */
    Slicer slicer() {
        return new Slicer(plan.schedule(), children.lot(), plan.endRule());
    }
}
