package com.quanticity.ibkr.model.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * Which prices a contract can have: multiples of an increment that may grow with the price. Negative prices, which combinations have,
 * mirror positive ones. Exact; immutable. Source of the rule: wire specification, MARKET_RULE, "from lowEdge on, prices are multiples of
 * increment".
 *
 * @param increments by rising {@code from}, the first from 0 on
 */
public record PriceLadder(List<PriceIncrement> increments) {

    public PriceLadder {
        increments = increments.stream()
                .sorted(Comparator.comparing(PriceIncrement::from))
                .toList();
        if (increments.isEmpty() || increments.getFirst().from().signum() != 0) {
            throw new IllegalArgumentException("price increments must begin at 0, were " + increments);
        }
    }

    /** The same increment at every price. */
    public static PriceLadder of(BigDecimal increment) {
        return new PriceLadder(List.of(new PriceIncrement(BigDecimal.ZERO, increment)));
    }

    /** The increment at a price. */
    public BigDecimal incrementAt(BigDecimal price) {
        return increments.get(stepOf(price.abs())).increment();
    }

    /** Whether a contract can have the price. */
    public boolean accepts(BigDecimal price) {
        return price.remainder(incrementAt(price)).signum() == 0;
    }

    /** The highest valid price that is not above. */
    public BigDecimal atOrBelow(BigDecimal price) {
        return price.signum() >= 0 ? floor(price) : ceiling(price.negate()).negate();
    }

    /** The lowest valid price that is not below. */
    public BigDecimal atOrAbove(BigDecimal price) {
        return price.signum() >= 0 ? ceiling(price) : floor(price.negate()).negate();
    }

    private BigDecimal floor(BigDecimal size) {
        return multiple(size, incrementAt(size), RoundingMode.DOWN);
    }

    /** The next multiple, unless a coarser step begins before it. */
    private BigDecimal ceiling(BigDecimal size) {
        int step = stepOf(size);
        BigDecimal next = multiple(size, increments.get(step).increment(), RoundingMode.UP);
        if (step + 1 == increments.size()
                || next.compareTo(increments.get(step + 1).from()) < 0) {
            return next;
        }
        PriceIncrement above = increments.get(step + 1);
        return multiple(above.from(), above.increment(), RoundingMode.UP);
    }

    private int stepOf(BigDecimal size) {
        int step = increments.size() - 1;
        while (increments.get(step).from().compareTo(size) > 0) {
            step--;
        }
        return step;
    }

    private static BigDecimal multiple(BigDecimal size, BigDecimal increment, RoundingMode rounding) {
        return size.divide(increment, 0, rounding).multiply(increment);
    }
}
