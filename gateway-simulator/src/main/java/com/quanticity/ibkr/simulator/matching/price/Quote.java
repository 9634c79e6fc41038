package com.quanticity.ibkr.simulator.matching.price;

import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The market of one contract as an order sees it.
 *
 * @param bid null when nobody bids; likewise {@code ask}
 * @param last price of the last trade, null before the first
 * @param tick smallest price step
 */
public record Quote(
        @Nullable BigDecimal bid,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal last,
        BigDecimal tick) {

    /** The side an order trades against. */
    public Optional<BigDecimal> opposite(Side side) {
        return Optional.ofNullable(side == Side.BUY ? ask : bid);
    }

    /** The side an order rests on. */
    public Optional<BigDecimal> own(Side side) {
        return Optional.ofNullable(side == Side.BUY ? bid : ask);
    }

    /** The middle of the quote, empty unless both sides are there. */
    public Optional<BigDecimal> midpoint() {
        return bid == null || ask == null
                ? Optional.empty()
                : Optional.of(bid.add(ask).divide(BigDecimal.TWO));
    }

    /** The last trade, or the middle of the quote before the first one. */
    public Optional<BigDecimal> lastOrMidpoint() {
        return Optional.ofNullable(last).or(this::midpoint);
    }
}
