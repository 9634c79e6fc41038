package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Hedges the fills of volatility orders that ask for it: the underlying is traded, as many shares as the option's delta
 * makes up. At the market the hedge is an execution of the same order; with a limit it is an order of its own. The
 * documents do not say how a gateway tells it.
 */
final class DeltaHedges {

    private final Markets markets;
    private final Bookings bookings;
    private final OwnOrders own;

    DeltaHedges(Markets markets, Bookings bookings, OwnOrders own) {
        this.markets = markets;
        this.bookings = bookings;
        this.own = own;
    }

    /** The order that hedges a fill; empty when nothing is to be hedged, or it was done at the market. */
    Optional<WorkingOrder> afterFill(WorkingOrder order, BigDecimal filled) {
        if (!order.terms().pegging().isDeltaNeutral()) {
            return Optional.empty();
        }
        return markets.underlyingOf(order.contract()).flatMap(underlying -> {
            BigDecimal shares = order.terms()
                    .side()
                    .signed(filled)
                    .multiply(Instruments.multiplier(order.contract()))
                    .multiply(markets.delta(order.contract()).orElse(BigDecimal.ZERO))
                    .setScale(0, RoundingMode.HALF_UP);
            return shares.signum() == 0 ? Optional.empty() : hedge(order, underlying, shares);
        });
    }

    /** Trades against as many shares; below zero buys. */
    private Optional<WorkingOrder> hedge(WorkingOrder order, ListedContract underlying, BigDecimal shares) {
        Side side = shares.signum() > 0 ? Side.SELL : Side.BUY;
        BigDecimal limit = order.fields().decimal("order.deltaNeutralAuxPrice");
        if (order.fields().text("order.deltaNeutralOrderType").equals("LMT") && limit != null) {
            return Optional.of(own.limit(order, underlying, side, shares.abs(), limit));
        }
        markets.quote(underlying)
                .flatMap((Quote quote) -> quote.opposite(side))
                .ifPresent(price -> bookings.hedge(order, underlying, side, shares.abs(), price));
        return Optional.empty();
    }
}
