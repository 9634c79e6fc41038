package com.quanticity.ibkr.model.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a modification makes different: size, prices, lifetime, and nothing else. Null leaves it as it is; at least one is given.
 *
 * @param quantity the whole quantity, filled part included
 * @param terms of the order's own type
 * @param lifetime when it starts and ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderChange(
        @Nullable BigDecimal quantity,
        @Nullable OrderTerms terms,
        @Nullable Lifetime lifetime) {

    public OrderChange {
        if (quantity == null && terms == null && lifetime == null) {
            throw new IllegalArgumentException("a change needs a quantity, terms or a lifetime");
        }
        if (quantity != null && quantity.signum() <= 0) {
            throw new IllegalArgumentException("quantity must be greater than zero, was " + quantity.toPlainString());
        }
    }

    /** A new limit price for a limit order. */
    public static OrderChange limit(BigDecimal limitPrice) {
        return new OrderChange(null, new OrderTerms.Limit(limitPrice), null);
    }

    /** A new whole quantity. */
    public static OrderChange quantity(BigDecimal quantity) {
        return new OrderChange(quantity, null, null);
    }

    /** The order as it is wanted. */
    public Order appliedTo(Order order) {
        Order sized = quantity == null ? order : order.withQuantity(quantity);
        Order priced = terms == null ? sized : sized.withTerms(terms);
        return lifetime == null ? priced : priced.withLifetime(lifetime);
    }
}
