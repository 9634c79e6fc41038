package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An order worked in components at ever better prices.
 *
 * @param first size of the first component, {@code next} of each later one
 * @param step price improvement from one component to the next
 * @param isRandom whether sizes differ from the named ones by up to 55 %
 * @param profitOffset how much better than a filled component's price it is closed again; null for not at all
 * @param drift how the limit moves by itself, null for not at all
 */
public record Scale(
        BigDecimal first,
        BigDecimal next,
        BigDecimal step,
        boolean isRandom,
        @Nullable BigDecimal profitOffset,
        @Nullable Drift drift) {

    private static final double RANDOM_PART = 0.55;

    /**
     * A limit that moves by itself.
     *
     * @param by how much, each {@code every}
     */
    public record Drift(BigDecimal by, Duration every) {}

    /** Components of given sizes and nothing else. */
    public static Scale of(BigDecimal first, BigDecimal next, BigDecimal step) {
        return new Scale(first, next, step, false, null, null);
    }

    /** Number of the component that works when so much is filled, from 0. */
    public int componentAt(BigDecimal filled) {
        int component = 0;
        BigDecimal end = sizeOf(0);
        while (end.compareTo(filled) <= 0) {
            component++;
            end = end.add(sizeOf(component));
        }
        return component;
    }

    /** What has been filled when the component that works now is done. */
    public BigDecimal endOfComponent(BigDecimal filled) {
        BigDecimal end = sizeOf(0);
        for (int component = 1; end.compareTo(filled) <= 0; component++) {
            end = end.add(sizeOf(component));
        }
        return end;
    }

    /** Random sizes repeat for an order: they follow from its first size. */
    private BigDecimal sizeOf(int component) {
        BigDecimal named = component == 0 ? first : next;
        if (!isRandom) {
            return named;
        }
        double chance = new SplittableRandom(31L * first.longValue() + component).nextDouble(-RANDOM_PART, RANDOM_PART);
        return named.multiply(BigDecimal.valueOf(1 + chance))
                .setScale(0, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE);
    }

    /** The limit of the component that works when so much is filled. */
    public BigDecimal limitAt(Side side, BigDecimal limit, BigDecimal filled) {
        BigDecimal improvement = step.multiply(BigDecimal.valueOf(componentAt(filled)));
        return side.moreAggressive(limit, improvement.negate());
    }
}
