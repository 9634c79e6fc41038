package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.matching.terms.Hedge;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much a hedge trades once its parent is filled.
 *
 * <p>The protocol's documents name the types and their parameter; the usual meaning is taken: delta hedges an option with
 * its underlying, beta hedges money with money, forex changes the money the parent cost or brought, a pair follows the size.
 */
public final class HedgeSizes {

    private final Markets markets;

    public HedgeSizes(Markets markets) {
        this.markets = markets;
    }

    /** Why a contract cannot hedge the parent in this way; empty when it can. */
    public static Optional<Refusal> refusal(Hedge hedge, ListedContract contract, ListedContract parent) {
        return switch (hedge.type()) {
            case DELTA ->
                parent.isOption() && Instruments.underlyingId(parent) == contract.conId()
                        ? Optional.empty()
                        : Optional.of(
                                new Refusal(
                                        10010,
                                        "Invalid delta hedge order: the parent must be an option on the contract of the hedge."));
            case FOREX ->
                contract.secType().equals("CASH")
                        ? Optional.empty()
                        : Optional.of(new Refusal(10007, "Invalid hedge type 'F': the hedge must be a currency pair."));
            case BETA, PAIR -> Optional.empty();
        };
    }

    /** The size of the hedge, zero when there is nothing to hedge or no price to reckon with. */
    BigDecimal of(Hedge hedge, WorkingOrder order, WorkingOrder parent) {
        BigDecimal money = parent.value().multiply(Instruments.multiplier(parent.contract()));
        BigDecimal size = switch (hedge.type()) {
            case PAIR -> parent.filled().multiply(hedge.ratio());
            case BETA -> inUnits(order, money.multiply(hedge.ratio()));
            case FOREX ->
                order.contract().symbol().equals(parent.contract().currency()) ? money : inUnits(order, money);
            case DELTA ->
                markets.delta(parent.contract())
                        .orElse(BigDecimal.ZERO)
                        .abs()
                        .multiply(parent.filled())
                        .multiply(Instruments.multiplier(parent.contract()));
        };
        return size.setScale(0, RoundingMode.HALF_UP);
    }

    private BigDecimal inUnits(WorkingOrder order, BigDecimal money) {
        return markets.quote(order)
                .flatMap(Quote::lastOrMidpoint)
                .filter(price -> price.signum() > 0)
                .map(price ->
                        money.divide(price.multiply(Instruments.multiplier(order.contract())), MathContext.DECIMAL64))
                .orElse(BigDecimal.ZERO);
    }
}
