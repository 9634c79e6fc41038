package com.quanticity.ibkr.adapter.depth.rotation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What persons have ordered of a rotation, and whose turn is next: all that outlives a restart.
 *
 * @param members who rotates, as ordered
 * @param waiting order of the turns to come; who has a turn now comes first, as it would be interrupted
 * @param pins in the order they were given
 * @param passedOnce whose next turn is passed
 * @param pausedBecause null when it is not paused
 */
public record RotationWishes(
        List<String> members,
        List<String> waiting,
        List<Pin> pins,
        List<String> passedOnce,
        @Nullable String pausedBecause) {

    /** @param until null = until it is unpinned */
    public record Pin(String symbol, @Nullable Instant until) {}

    public RotationWishes {
        members = List.copyOf(members);
        waiting = List.copyOf(waiting);
        pins = List.copyOf(pins);
        passedOnce = List.copyOf(passedOnce);
    }

    /** The same with others who rotate, in this order. */
    RotationWishes withMembers(List<String> others) {
        return new RotationWishes(others, others, pins, passedOnce, pausedBecause);
    }
}
