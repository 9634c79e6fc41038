package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A share of what the market trades (POV). While the volume is not known nothing is due.
 *
 * @param window when it trades; volume before it does not count
 * @param percent our share of the whole volume, own fills included, above 0 and at most {@value #MOST_PERCENT}
 */
public record Participation(Window window, BigDecimal percent) implements Schedule {

    private static final int MOST_PERCENT = 50;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Participation {
        if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(MOST_PERCENT)) > 0) {
            throw new IllegalArgumentException(
                    "participation must be above 0 and at most " + MOST_PERCENT + " percent, was " + percent);
        }
    }

    @Override
    public @Nullable BigDecimal due(Progress progress, Instant now) {
        BigDecimal volume = progress.observedVolume();
        return volume == null
                ? null
                : volume.multiply(percent)
                        .divide(HUNDRED, Lot.WORKING_DECIMALS, RoundingMode.DOWN)
                        .min(progress.target());
    }

    @Override
    public @Nullable Instant nextChange(Instant now) {
        return null;
    }
}
