package com.quanticity.ibkr.simulator.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Price increments that grow with the price.
 *
 * @param steps by rising lower edge, the first from 0 on
 */
public record MarketRule(int id, List<Step> steps) {

    /** Sub-dollar prices in hundredths of a cent. Source: tws-wire vectors, MARKET_RULE:rule26. */
    public static final int US_STOCKS = 26;

    static final int PENNY_OPTIONS = 32;
    static final int NICKEL_OPTIONS = 109;
    static final int QUARTERS = 67;
    static final int CURRENCIES = 239;
    static final int YEN = 240;
    static final int CENTS = 1;
    static final int TENTHS = 2;
    static final int BONDS = 1604;

    private static final Map<Integer, MarketRule> ALL = Map.ofEntries(
            rule(US_STOCKS, "0", "0.0001", "1", "0.01"),
            rule(PENNY_OPTIONS, "0", "0.01"),
            rule(NICKEL_OPTIONS, "0", "0.05", "3", "0.1"),
            rule(QUARTERS, "0", "0.25"),
            rule(CURRENCIES, "0", "0.00005"),
            rule(YEN, "0", "0.005"),
            rule(CENTS, "0", "0.01"),
            rule(TENTHS, "0", "0.1"),
            rule(BONDS, "0", "0.001"));

    public MarketRule {
        steps = List.copyOf(steps);
    }

    /** The rule of a number; empty when there is none. */
    public static Optional<MarketRule> of(int id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /** The increment at a price; negative prices mirror positive ones. */
    public BigDecimal incrementAt(BigDecimal price) {
        BigDecimal size = price.abs();
        return steps.reversed().stream()
                .filter(step -> step.lowEdge().compareTo(size) <= 0)
                .findFirst()
                .orElseThrow()
                .increment();
    }

    boolean allows(BigDecimal price) {
        return price.remainder(incrementAt(price)).signum() == 0;
    }

    private static Map.Entry<Integer, MarketRule> rule(int id, String... edgesAndIncrements) {
        List<Step> steps = java.util.stream.IntStream.range(0, edgesAndIncrements.length / 2)
                .mapToObj(i -> new Step(
                        new BigDecimal(edgesAndIncrements[2 * i]), new BigDecimal(edgesAndIncrements[2 * i + 1])))
                .toList();
        return Map.entry(id, new MarketRule(id, steps));
    }

    /** From this price on, prices are multiples of the increment. */
    public record Step(BigDecimal lowEdge, BigDecimal increment) {}
}
