package com.quanticity.ibkr.simulator.matching.algo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes part in what the market trades.
 *
 * @param firstRate part of the volume at the start, {@code lastRate} at the end of what the rate follows
 * @param rateFollowsSize whether the rate moves with the size that is left instead of with the time
 */
record VolumePlan(
        BigDecimal quantity,
        BigDecimal firstRate,
        BigDecimal lastRate,
        boolean rateFollowsSize,
        Instant start,
        Instant finish,
        @Nullable Instant last,
        boolean isPassive)
        implements AlgoPlan {

    @Override
    public BigDecimal released(Instant now, BigDecimal marketVolume) {
        if (now.isBefore(start)) {
            return BigDecimal.ZERO;
        }
        BigDecimal done = progress(now, marketVolume);
        BigDecimal rate = firstRate.add(lastRate.subtract(firstRate).multiply(done));
        return marketVolume.multiply(rate).setScale(0, RoundingMode.DOWN).min(quantity);
    }

    private BigDecimal progress(Instant now, BigDecimal marketVolume) {
        BigDecimal progress = rateFollowsSize
                ? marketVolume.multiply(firstRate).divide(quantity, MathContext.DECIMAL64)
                : BigDecimal.valueOf(Duration.between(start, now).toMillis())
                        .divide(
                                BigDecimal.valueOf(Math.max(
                                        1, Duration.between(start, finish).toMillis())),
                                MathContext.DECIMAL64);
        return progress.min(BigDecimal.ONE);
    }

    @Override
    public Optional<Instant> nextStep(Instant now) {
        return now.isBefore(start) ? Optional.of(start) : Optional.empty();
    }

    @Override
    public Optional<Instant> end() {
        return Optional.ofNullable(last);
    }
}
