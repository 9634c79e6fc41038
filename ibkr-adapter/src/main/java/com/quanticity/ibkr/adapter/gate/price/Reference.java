package com.quanticity.ibkr.adapter.gate.price;

import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The market as an order meets it.
 *
 * @param bid null when there is none
 * @param ask null when there is none
 * @param last null when nothing traded
 */
public record Reference(
        @Nullable BigDecimal bid,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal last) {

    public static final Reference NONE = new Reference(null, null, null);

    public static Reference of(@Nullable Quote quote) {
        return quote == null ? NONE : new Reference(quote.bid(), quote.ask(), quote.last());
    }

    /** What an order of this side trades at now: ask or bid, else last, else the other side; null when nothing is known. */
    public @Nullable BigDecimal at(Side side) {
        BigDecimal near = side == Side.BUY ? ask : bid;
        BigDecimal far = side == Side.BUY ? bid : ask;
        if (near != null) {
            return near;
        }
        return last != null ? last : far;
    }
}
