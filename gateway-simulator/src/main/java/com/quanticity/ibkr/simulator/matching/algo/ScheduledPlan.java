package com.quanticity.ibkr.simulator.matching.algo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets an order out in slices at evenly spaced times.
 *
 * @param weights part of the order in each slice; they need not add up to one
 * @param mostOfVolume largest part of the market's volume, null for any
 */
record ScheduledPlan(
        BigDecimal quantity,
        Instant start,
        Duration interval,
        List<Double> weights,
        @Nullable BigDecimal mostOfVolume,
        @Nullable Instant last,
        boolean isPassive)
        implements AlgoPlan {

    @Override
    public BigDecimal released(Instant now, BigDecimal marketVolume) {
        BigDecimal byClock = byClock(now);
        if (mostOfVolume == null) {
            return byClock;
        }
        // the first slice needs no volume, or a quiet market would never see the order
        BigDecimal byVolume = slices(1).max(marketVolume.multiply(mostOfVolume).setScale(0, RoundingMode.DOWN));
        return byClock.min(byVolume);
    }

    private BigDecimal byClock(Instant now) {
        if (now.isBefore(start)) {
            return BigDecimal.ZERO;
        }
        long due = 1 + Duration.between(start, now).toNanos() / interval.toNanos();
        return slices((int) Math.min(due, weights.size()));
    }

    private BigDecimal slices(int count) {
        if (count >= weights.size()) {
            return quantity;
        }
        double all = weights.stream().mapToDouble(Double::doubleValue).sum();
        double part =
                weights.stream().limit(count).mapToDouble(Double::doubleValue).sum();
        return quantity.multiply(BigDecimal.valueOf(part / all))
                .setScale(0, RoundingMode.UP)
                .min(quantity);
    }

    @Override
    public Optional<Instant> nextStep(Instant now) {
        if (now.isBefore(start)) {
            return Optional.of(start);
        }
        long next = 1 + Duration.between(start, now).toNanos() / interval.toNanos();
        return next >= weights.size() ? Optional.empty() : Optional.of(start.plus(interval.multipliedBy(next)));
    }

    @Override
    public Optional<Instant> end() {
        return Optional.ofNullable(last);
    }
}
