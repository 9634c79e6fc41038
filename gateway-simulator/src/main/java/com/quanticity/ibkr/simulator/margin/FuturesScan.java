package com.quanticity.ibkr.simulator.margin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scans futures as SPAN does: sixteen moves of price and volatility, the worst loss of each underlying counts.
 *
 * <p>A plain future does not depend on volatility, so pairs of scenarios agree; they are kept so that options on futures
 * have their place. Source: CME, SPAN methodology; initial is 110 % of maintenance as CME asks of its members' customers.
 *
 * @param extremeMove size of scenarios 15 and 16 in scan ranges
 * @param extremeCover part of their loss that counts
 * @param part part of the result that is asked for: less than 1 during the day session [A]
 */
public record FuturesScan(BigDecimal extremeMove, BigDecimal extremeCover, BigDecimal part) {

    private static final BigDecimal INITIAL = new BigDecimal("1.10");
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    /** Twice the range with a third of the loss, asked for in full. */
    public static FuturesScan defaults() {
        return new FuturesScan(BigDecimal.TWO, new BigDecimal("0.33"), BigDecimal.ONE);
    }

    /** The same asking for a part only. */
    public FuturesScan times(BigDecimal otherPart) {
        return new FuturesScan(extremeMove, extremeCover, otherPart);
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

    /** Requirement of the futures among the holdings. */
    public Requirement of(List<Holding> holdings) {
        Map<String, BigDecimal> ranges = new LinkedHashMap<>();
        for (Holding holding : holdings) {
            if (holding.product() instanceof Product.Future future) {
                ranges.merge(future.underlying(), holding.value().multiply(future.scanRange()), BigDecimal::add);
            }
        }
        BigDecimal maintenance = ranges.values().stream()
                .map(this::worstLoss)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(part);
        return new Requirement(maintenance.multiply(INITIAL), maintenance);
    }

    /** The worst loss when one scan range up brings so much. */
    private BigDecimal worstLoss(BigDecimal gainOfOneRange) {
        return scenarios().stream()
                .map(scenario -> gainOfOneRange
                        .multiply(scenario.priceMove())
                        .multiply(scenario.cover())
                        .negate())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
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
