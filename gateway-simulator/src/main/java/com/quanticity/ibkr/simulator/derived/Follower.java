package com.quanticity.ibkr.simulator.derived;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.contract.MarketRule;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.ModelPrice;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One derived market: turns the price of what it follows into its own. */
abstract sealed class Follower
        permits FollowingIndex, FollowingFuture, FollowingOption, FollowingCombo, FollowingCfd, FollowingBond {

    private final SymbolMarket own;
    private final SymbolMarket followed;
    private final SplittableRandom random;
    private long row;

    Follower(SymbolMarket own, SymbolMarket followed, long seed) {
        this.own = own;
        this.followed = followed;
        this.random = new SplittableRandom(seed * 31 + own.contract().conId());
    }

    /**
     * Prices at a moment.
     *
     * @param last what a trade or a calculation shows now; null for none
     * @param model of an option, else null
     */
    record Prices(
            BestPrice bid,
            BestPrice ask,
            @Nullable BigDecimal last,
            @Nullable ModelPrice model) {
        static final Prices NONE = new Prices(BestPrice.NONE, BestPrice.NONE, null, null);
    }

    /** The prices that go with a price of what is followed. */
    abstract Prices at(double spot, Instant now);

    /** Whether the source of trades is a calculation, which has no quotes. */
    abstract boolean isCalculated();

    /** Whether it shows more than the best prices. */
    abstract boolean hasDepth();

    final SymbolMarket own() {
        return own;
    }

    /** Everything whose moves move this. */
    List<SymbolMarket> allFollowed() {
        return List.of(followed);
    }

    final SymbolMarket followed() {
        return followed;
    }

    final ListedContract contract() {
        return own.contract();
    }

    final SplittableRandom random() {
        return random;
    }

    final long nextRow() {
        return ++row;
    }

    /** The middle of what is followed, or its last price; null when it has neither. */
    final @Nullable Double spot() {
        BigDecimal bid = followed.bid().price();
        BigDecimal ask = followed.ask().price();
        if (bid != null && ask != null) {
            return (bid.doubleValue() + ask.doubleValue()) / 2;
        }
        return followed.isHalted() || followed.last() == null
                ? null
                : followed.last().price().doubleValue();
    }

    /** A price on its increment, at or below, or at or above. */
    final BigDecimal onTick(double price, RoundingMode mode) {
        BigDecimal exact = BigDecimal.valueOf(Math.max(0, price));
        BigDecimal increment = MarketRule.of(contract().marketRuleId())
                .map(rule -> rule.incrementAt(exact))
                .orElse(contract().minTick());
        return exact.divide(increment, 0, mode).multiply(increment);
    }
}
