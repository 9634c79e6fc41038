package com.quanticity.ibkr.simulator.margin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scans futures as SPAN does: sixteen moves of price and volatility, the worst loss of each underlying counts.
 *
 * <p>A plain future does not depend on volatility, so pairs of its scenarios agree; options on it are valued anew in each. Source: CME, SPAN methodology; initial is 110 % of maintenance as CME asks of its members' customers.
 *
 * @param options values an option on a future after a move
 * @param extremeMove size of scenarios 15 and 16 in scan ranges
 * @param extremeCover part of their loss that counts
 * @param part part of the result that is asked for: less than 1 during the day session [A]
 */
public record FuturesScan(OptionRevaluation options, BigDecimal extremeMove, BigDecimal extremeCover, BigDecimal part) {

    private static final BigDecimal INITIAL = new BigDecimal("1.10");
    /** How far volatility moves, as a part of today's [A]. */
    private static final double VOLATILITY_RANGE = 0.25;

    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    /** Twice the range with a third of the loss, asked for in full. */
    public static FuturesScan defaults(OptionRevaluation options) {
        return new FuturesScan(options, BigDecimal.TWO, new BigDecimal("0.33"), BigDecimal.ONE);
    }

    /** The same asking for a part only. */
    public FuturesScan times(BigDecimal otherPart) {
        return new FuturesScan(options, extremeMove, extremeCover, otherPart);
    }

    /** The sixteen scenarios in their published order. */
    public List<Scenario> scenarios() {
        return Stream.concat(
                        IntStream.of(0, 1, -1, 2, -2, 3, -3)
                                .boxed()
                                .flatMap(thirds -> Stream.of(1, -1)
                                        .map(volatility -> new Scenario(third(thirds), volatility, BigDecimal.ONE))),
                        Stream.of(extremeMove, extremeMove.negate()).map(move -> new Scenario(move, 0, extremeCover)))
                .toList();
    }

    private static BigDecimal third(int thirds) {
        return BigDecimal.valueOf(thirds).divide(THREE, 12, RoundingMode.HALF_EVEN);
    }

    /**
     * Requirement of the futures and the options on them among the holdings.
     *
     * @param countsOptions whether the account's equity holds the options' market value; otherwise what long ones are
     *     worth lowers the requirement and what short ones would cost raises it
     */
    public Requirement of(List<Holding> holdings, boolean countsOptions) {
        Map<String, List<Holding>> byUnderlying = new LinkedHashMap<>();
        for (Holding holding : holdings) {
            if (holding.product() instanceof Product.Future || holding.product() instanceof Product.FutureOption) {
                byUnderlying
                        .computeIfAbsent(holding.product().underlying(), any -> new ArrayList<>())
                        .add(holding);
            }
        }
        BigDecimal maintenance = byUnderlying.values().stream()
                .map(each -> worstLoss(each).subtract(countsOptions ? BigDecimal.ZERO : optionValue(each)))
                .map(BigDecimal.ZERO::max)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(part);
        return new Requirement(maintenance.multiply(INITIAL), maintenance);
    }

    private static BigDecimal optionValue(List<Holding> holdings) {
        return holdings.stream()
                .filter(holding -> holding.product() instanceof Product.FutureOption)
                .map(Holding::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal worstLoss(List<Holding> holdings) {
        return scenarios().stream()
                .map(scenario -> holdings.stream()
                        .map(holding -> gain(holding, scenario))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .multiply(scenario.cover())
                        .negate())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private BigDecimal gain(Holding holding, Scenario scenario) {
        return switch (holding.product()) {
            case Product.Future future ->
                holding.value().multiply(future.scanRange()).multiply(scenario.priceMove());
            case Product.FutureOption option -> gain(holding, option, scenario);
            case Product.Stock _, Product.Option _, Product.Other _ -> BigDecimal.ZERO;
        };
    }

    private BigDecimal gain(Holding holding, Product.FutureOption option, Scenario scenario) {
        double move = option.scanRange().multiply(scenario.priceMove()).doubleValue();
        Holding today = new Holding(option.terms(), holding.quantity(), holding.price(), holding.underlyingPrice());
        double moved = options.price(
                today,
                holding.underlyingPrice().doubleValue() * (1 + move),
                1 + VOLATILITY_RANGE * scenario.volatilityMove());
        return BigDecimal.valueOf(moved)
                .subtract(holding.price())
                .multiply(holding.quantity())
                .multiply(option.multiplier());
    }

    /**
     * One of the sixteen.
     *
     * @param priceMove in scan ranges
     * @param volatilityMove 1 up, -1 down, 0 unchanged
     * @param cover part of the loss that counts
     */
    public record Scenario(BigDecimal priceMove, int volatilityMove, BigDecimal cover) {}
}
