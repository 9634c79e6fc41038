package com.quanticity.ibkr.model.order;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An instruction to trade one contract.
 *
 * @param clientOrderId our id, unique for ever
 * @param account account to trade in, empty = the gateway's only account
 * @param symbol the desk's symbol of a contract on the adapter's watch list
 * @param side buy or sell
 * @param type how it is priced
 * @param quantity shares or contracts, greater than zero
 * @param limitPrice in contract currency, present exactly for {@link OrderType#LIMIT}
 * @param timeInForce how long it lives
 * @param strategy who wants it, for attribution; never blank
 */
public record Order(
        ClientOrderId clientOrderId,
        String account,
        String symbol,
        Side side,
        OrderType type,
        BigDecimal quantity,
        @Nullable BigDecimal limitPrice,
        TimeInForce timeInForce,
        String strategy) {

    public Order {
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(timeInForce, "timeInForce");
        if (symbol.isBlank() || strategy.isBlank()) {
            throw new IllegalArgumentException("order " + clientOrderId + " needs a symbol and a strategy");
        }
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("quantity must be greater than zero, was " + quantity.toPlainString());
        }
        if ((type == OrderType.LIMIT) != (limitPrice != null)) {
            throw new IllegalArgumentException(
                    "a limit price belongs to LIMIT orders and to no other, type was " + type);
        }
    }
}
