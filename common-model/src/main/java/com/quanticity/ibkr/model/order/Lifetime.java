package com.quanticity.ibkr.model.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When an order starts and ends.
 *
 * @param timeInForce how long it lives
 * @param until end of a {@link TimeInForce#GOOD_TILL_DATE} order, UTC, whole seconds; null for every other
 * @param from when it starts to work, UTC, whole seconds; null = at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Lifetime(
        TimeInForce timeInForce,
        @Nullable Instant until,
        @Nullable Instant from) {

    public static final Lifetime DAY = of(TimeInForce.DAY);
    public static final Lifetime GOOD_TILL_CANCELLED = of(TimeInForce.GOOD_TILL_CANCELLED);
    public static final Lifetime IMMEDIATE_OR_CANCEL = of(TimeInForce.IMMEDIATE_OR_CANCEL);
    public static final Lifetime FILL_OR_KILL = of(TimeInForce.FILL_OR_KILL);
    public static final Lifetime AT_THE_OPENING = of(TimeInForce.AT_THE_OPENING);

    public Lifetime {
        Objects.requireNonNull(timeInForce, "timeInForce");
    }

    public static Lifetime of(TimeInForce timeInForce) {
        return new Lifetime(timeInForce, null, null);
    }

    /** Good till this moment. */
    public static Lifetime until(Instant end) {
        return new Lifetime(TimeInForce.GOOD_TILL_DATE, end, null);
    }

    /** The same, starting later. */
    public Lifetime startingAt(Instant start) {
        return new Lifetime(timeInForce, until, start);
    }
}
