package com.quanticity.ibkr.execution.algo;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A slice that was sent, as far as is known.
 *
 * @param clientOrderId its id
 * @param quantity what it was sent for, above zero
 * @param status where it stands
 * @param filled filled so far; more than the quantity after an overfill
 * @param averagePrice of what is filled, null when nothing is
 * @param version of the news, 0 before the first
 */
public record Child(
        ClientOrderId clientOrderId,
        BigDecimal quantity,
        OrderStatus status,
        BigDecimal filled,
        @Nullable BigDecimal averagePrice,
        long version) {

    static Child sent(ClientOrderId clientOrderId, BigDecimal quantity) {
        return new Child(clientOrderId, quantity, OrderStatus.STORED, BigDecimal.ZERO, null, 0);
    }

    /** What may still be filled; an order whose outcome is not known may be filled whole. */
    BigDecimal open() {
        return status.isTerminal() ? BigDecimal.ZERO : quantity.subtract(filled).max(BigDecimal.ZERO);
    }

    boolean isEnded() {
        return status.isTerminal();
    }
}
