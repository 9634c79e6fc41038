package com.quanticity.ibkr.adapter.depth.rotation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened in the rotation. */
public sealed interface RotationEvent {

    /**
     * A symbol was asked for.
     *
     * @param endsAt when its turn is over, null for the permanent one
     */
    record Began(
            int slot,
            String symbol,
            int requestId,
            Instant at,
            @Nullable Instant endsAt) implements RotationEvent {}

    /**
     * Its first row came.
     *
     * @param endsAt when its turn is over, null for the permanent one
     */
    record Proven(
            int slot,
            String symbol,
            int requestId,
            Instant at,
            @Nullable Instant endsAt) implements RotationEvent {}

    /** Its turn is over; rows under its id are late from now on. */
    record Ended(Turn turn) implements RotationEvent {}

    /**
     * The gateway has given the slot back, as far as can be known.
     *
     * @param took since the cancel
     */
    record Freed(int slot, String symbol, int requestId, Duration took) implements RotationEvent {}

    /** The broker does not serve depth of this symbol; it is passed over until {@code retryAt}. */
    record Refused(String symbol, int requestId, int code, String text, Instant retryAt) implements RotationEvent {}

    /**
     * A slot, or all of the rotation, is out.
     *
     * @param slot its number, 0 for all
     * @param until when it tries again by itself
     */
    record Disabled(int slot, String reason, Instant until) implements RotationEvent {}

    /** It is back. */
    record Enabled(int slot, String how) implements RotationEvent {}

    /** A slot does not change although others wait. */
    record Stuck(int slot, String symbol, Instant since) implements RotationEvent {}

    /** It has changed after all. */
    record Unstuck(int slot, String symbol) implements RotationEvent {}

    /** The permanent symbol delivers nothing. */
    record Missing(String symbol, Instant since, String reason) implements RotationEvent {}

    /** It does again, or nothing is expected of it. */
    record Back(String symbol, String how) implements RotationEvent {}
}
