package com.quanticity.ibkr.simulator.margin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Risk-based margin: every underlying is moved to ten prices, its holdings are valued anew, the worst loss counts, but at
 * least 0.375 for each unit of a contract's multiplier.
 *
 * <p>Source: FINRA Rule 4210(g) and OCC, Customer Portfolio Margin. Initial equals maintenance under the rule; IB asks
 * for a tenth more at first [A].
 *
 * @param options values an option after a move
 * @param initialFactor initial as a multiple of maintenance
 * @param offsets symbols that are one product for this rule, such as SPY for SPX
 */
public record PortfolioMargin(
        OptionRevaluation options, FuturesScan futures, BigDecimal initialFactor, Map<String, String> offsets)
        implements MarginRule {

    /** Number of prices each underlying is moved to. */
    public static final int POINTS = 10;

    private static final BigDecimal LEAST_PER_UNIT = new BigDecimal("0.375");

    public PortfolioMargin {
        offsets = Map.copyOf(offsets);
    }

    /** As published: initial equals maintenance, SPY, IVV and VOO are SPX. */
    public static PortfolioMargin published(OptionRevaluation options, FuturesScan futures) {
        return new PortfolioMargin(
                options,
                futures,
                BigDecimal.ONE,
                Map.of("SPY", "SPX", "IVV", "SPX", "VOO", "SPX", "QQQ", "NDX", "IWM", "RUT", "DIA", "DJX"));
    }

    /** The same with a higher demand at first. */
    public PortfolioMargin withInitialFactor(BigDecimal factor) {
        return new PortfolioMargin(options, futures, factor, offsets);
    }

    @Override
    public Requirement of(List<Holding> holdings) {
        Map<String, List<Holding>> byUnderlying = new LinkedHashMap<>();
        BigDecimal others = BigDecimal.ZERO;
        for (Holding holding : holdings) {
            switch (holding.product()) {
                case Product.Stock stock -> group(byUnderlying, holding);
                case Product.Option option -> group(byUnderlying, holding);
                case Product.Future future -> {}
                case Product.FutureOption option -> {}
                case Product.Other other ->
                    others = others.add(holding.value().abs().multiply(other.rate()));
            }
        }
        BigDecimal maintenance = byUnderlying.values().stream().map(this::ofOne).reduce(others, BigDecimal::add);
        return new Requirement(maintenance.multiply(initialFactor), maintenance)
                .plus(futures.of(holdings, countsOptions()))
                .rounded();
    }

    @Override
    public boolean countsOptions() {
        return true;
    }

    private void group(Map<String, List<Holding>> byUnderlying, Holding holding) {
        String symbol = holding.product().underlying();
        byUnderlying
                .computeIfAbsent(offsets.getOrDefault(symbol, symbol), any -> new ArrayList<>())
                .add(holding);
    }

    private BigDecimal ofOne(List<Holding> sameUnderlying) {
        return worstLoss(sameUnderlying).max(least(sameUnderlying));
    }

    private static BigDecimal least(List<Holding> holdings) {
        return holdings.stream()
                .filter(holding -> holding.product() instanceof Product.Option)
                .map(holding ->
                        holding.size().multiply(holding.product().multiplier()).multiply(LEAST_PER_UNIT))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal worstLoss(List<Holding> holdings) {
        UnderlyingClass range = rangeOf(holdings);
        double worst = 0;
        for (int point = 0; point < POINTS; point++) {
            double move = range.down() + (range.up() - range.down()) * point / (POINTS - 1);
            worst = Math.min(worst, gain(holdings, move));
        }
        return BigDecimal.valueOf(-worst).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** The widest range among products that offset each other. */
    private static UnderlyingClass rangeOf(List<Holding> holdings) {
        return holdings.stream()
                .map(holding -> classOf(holding.product()))
                .reduce((a, b) -> a.down() <= b.down() ? a : b)
                .orElse(UnderlyingClass.EQUITY);
    }

    private static UnderlyingClass classOf(Product product) {
        return switch (product) {
            case Product.Stock stock -> stock.underlyingClass();
            case Product.Option option -> option.underlyingClass();
            case Product.Future future -> UnderlyingClass.EQUITY;
            case Product.FutureOption option -> UnderlyingClass.EQUITY;
            case Product.Other other -> UnderlyingClass.EQUITY;
        };
    }

    private double gain(List<Holding> holdings, double move) {
        double gain = 0;
        for (Holding holding : holdings) {
            double moved = holding.underlyingPrice().doubleValue() * (1 + move);
            double price = holding.product() instanceof Product.Option ? options.price(holding, moved, 1) : moved;
            gain += (price - holding.price().doubleValue())
                    * holding.quantity().doubleValue()
                    * holding.product().multiplier().doubleValue();
        }
        return gain;
    }
}
