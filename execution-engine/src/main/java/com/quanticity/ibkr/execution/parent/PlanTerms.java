package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.algo.schedule.AtOnce;
import com.quanticity.ibkr.execution.algo.schedule.Iceberg;
import com.quanticity.ibkr.execution.algo.schedule.Participation;
import com.quanticity.ibkr.execution.algo.schedule.Schedule;
import com.quanticity.ibkr.execution.algo.schedule.Twap;
import com.quanticity.ibkr.execution.algo.schedule.VolumeProfile;
import com.quanticity.ibkr.execution.algo.schedule.Vwap;
import com.quanticity.ibkr.execution.algo.schedule.Window;
import com.quanticity.ibkr.model.parent.EndRule;
import com.quanticity.ibkr.model.parent.PlanKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is stored: everything that its schedule depends on, so that it goes on unchanged after a restart.
 *
 * @param kind which schedule
 * @param start first instant it may trade
 * @param end first instant after that
 * @param endRule what becomes of the rest
 * @param slices of TWAP, null otherwise
 * @param jitterPercent of TWAP, null otherwise
 * @param seed of TWAP, null otherwise
 * @param percent of POV, null otherwise
 * @param display of an iceberg, null otherwise
 * @param profile of VWAP, null otherwise
 */
public record PlanTerms(
        PlanKind kind,
        Instant start,
        Instant end,
        EndRule endRule,
        @Nullable Integer slices,
        @Nullable Integer jitterPercent,
        @Nullable Long seed,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal display,
        @Nullable VolumeProfile profile) {

    /**
     * The schedule that follows from it.
     *
     * @throws IllegalArgumentException when something is missing or contradictory; the message says what
     */
    Schedule schedule() {
        Window window = new Window(start, end);
        return switch (kind) {
            case AT_ONCE -> new AtOnce(window);
            case TWAP ->
                new Twap(
                        window,
                        given(slices, "slices"),
                        jitterPercent == null ? 0 : jitterPercent,
                        given(seed, "seed"));
            case VWAP -> new Vwap(window, given(profile, "a volume profile"));
            case POV -> new Participation(window, given(percent, "percent"));
            case ICEBERG -> new Iceberg(window, given(display, "display"));
            case BRACKET -> throw new IllegalArgumentException("a bracket has no schedule");
        };
    }

    private <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(kind + " needs " + name);
        }
        return value;
    }
}
