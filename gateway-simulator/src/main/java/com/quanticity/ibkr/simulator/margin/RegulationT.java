package com.quanticity.ibkr.simulator.margin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Strategy-based margin: half of a stock at first, a quarter to keep it, 30 % of a short one; options by strategy.
 *
 * <p>Source: Regulation T (12 CFR 220.12) and FINRA Rule 4210(c) and (f)(2).
 */
public record RegulationT(FuturesScan futures) implements MarginRule {

    private static final BigDecimal HALF = new BigDecimal("0.50");
    private static final BigDecimal LONG_MAINTENANCE = new BigDecimal("0.25");
    private static final BigDecimal SHORT_MAINTENANCE = new BigDecimal("0.30");
    private static final BigDecimal CHEAP = new BigDecimal("5.00");
    private static final BigDecimal CHEAP_LEAST = new BigDecimal("2.50");

    @Override
    public Requirement of(List<Holding> holdings) {
        Map<String, List<Holding>> byUnderlying = new LinkedHashMap<>();
        for (Holding holding : holdings) {
            byUnderlying
                    .computeIfAbsent(holding.product().underlying(), any -> new ArrayList<>())
                    .add(holding);
        }
        return byUnderlying.values().stream()
                .map(RegulationT::ofOne)
                .reduce(futures.of(holdings, countsOptions()), Requirement::plus)
                .rounded();
    }

    @Override
    public boolean countsOptions() {
        return false;
    }

    private static Requirement ofOne(List<Holding> sameUnderlying) {
        OptionStrategies strategies = new OptionStrategies(sameUnderlying);
        return sameUnderlying.stream()
                .map(RegulationT::withoutOptions)
                .reduce(strategies.requirement(), Requirement::plus);
    }

    private static Requirement withoutOptions(Holding holding) {
        return switch (holding.product()) {
            case Product.Stock stock -> stock(holding);
            case Product.Other other -> Requirement.of(holding.value().abs().multiply(other.rate()));
            case Product.Option option -> Requirement.NONE;
            case Product.Future future -> Requirement.NONE;
            case Product.FutureOption option -> Requirement.NONE;
        };
    }

    private static Requirement stock(Holding stock) {
        BigDecimal value = stock.value().abs();
        BigDecimal half = value.multiply(HALF);
        if (stock.isLong()) {
            return new Requirement(half, value.multiply(LONG_MAINTENANCE));
        }
        BigDecimal maintenance = stock.price().compareTo(CHEAP) < 0
                ? value.max(stock.size().multiply(CHEAP_LEAST))
                : value.multiply(SHORT_MAINTENANCE).max(stock.size().multiply(CHEAP));
        return new Requirement(half.max(maintenance), maintenance);
    }
}
