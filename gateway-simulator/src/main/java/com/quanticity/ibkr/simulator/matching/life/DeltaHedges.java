package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Hedges the fills of volatility orders that ask for it: the underlying is traded at the market, as many shares as the
 * option's delta makes up. The hedge has an execution of the same order; the documents do not say how a gateway tells it.
 */
final class DeltaHedges {

    private final Markets markets;
    private final Bookings bookings;

    DeltaHedges(Markets markets, Bookings bookings) {
        this.markets = markets;
        this.bookings = bookings;
    }

    void afterFill(WorkingOrder order, BigDecimal filled) {
        if (order.terms().pegging().isDeltaNeutral()) {
            markets.underlyingOf(order.contract()).ifPresent(underlying -> {
                BigDecimal shares = order.terms()
                        .side()
                        .signed(filled)
                        .multiply(Instruments.multiplier(order.contract()))
                        .multiply(markets.delta(order.contract()).orElse(BigDecimal.ZERO))
                        .setScale(0, RoundingMode.HALF_UP);
                Side side = shares.signum() > 0 ? Side.SELL : Side.BUY;
                BigDecimal price = markets.quote(underlying)
                        .flatMap((Quote quote) -> quote.opposite(side))
                        .orElse(null);
                if (price != null && shares.signum() != 0) {
                    bookings.hedge(order, underlying, side, shares.abs(), price);
                }
            });
        }
    }
}
