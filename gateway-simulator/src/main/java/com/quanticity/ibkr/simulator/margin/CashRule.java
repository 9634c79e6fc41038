package com.quanticity.ibkr.simulator.margin;

import com.quanticity.ibkr.simulator.margin.Product.Right;
import java.math.BigDecimal;
import java.util.List;

/**
 * Everything is paid in full: long positions have no loan value, a short put is secured by its strike, a short call by the
 * shares. What is short without such cover counts with twice its value here, but is refused before it comes to that.
 *
 * <p>Source: Regulation T, 12 CFR 220.8, cash account.
 */
public record CashRule(FuturesScan futures) implements MarginRule {

    private static final BigDecimal TWICE = BigDecimal.TWO;

    @Override
    public Requirement of(List<Holding> holdings) {
        BigDecimal required = holdings.stream().map(this::of).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Requirement.of(required)
                .plus(futures.of(holdings, countsOptions()))
                .rounded();
    }

    private BigDecimal of(Holding holding) {
        return switch (holding.product()) {
            case Product.Option option -> holding.isLong() ? BigDecimal.ZERO : securedBy(option, holding);
            case Product.Future future -> BigDecimal.ZERO;
            case Product.FutureOption option -> BigDecimal.ZERO;
            case Product.Stock stock -> holding.isLong() ? holding.value() : uncovered(holding);
            case Product.Other other -> holding.isLong() ? holding.value() : uncovered(holding);
        };
    }

    private static BigDecimal securedBy(Product.Option option, Holding holding) {
        return option.right() == Right.PUT
                ? holding.size().multiply(option.strike()).multiply(option.multiplier())
                : BigDecimal.ZERO;
    }

    private static BigDecimal uncovered(Holding holding) {
        return holding.value().abs().multiply(TWICE);
    }

    @Override
    public boolean countsOptions() {
        return false;
    }
}
