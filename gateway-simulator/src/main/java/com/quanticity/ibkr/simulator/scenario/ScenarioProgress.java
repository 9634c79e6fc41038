package com.quanticity.ibkr.simulator.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a scenario is.
 *
 * @param round from 1
 * @param rounds 0 for ever
 * @param failures what could not be done, with its line; the scenario went on
 */
public record ScenarioProgress(
        String name,
        String about,
        State state,
        Instant startedAt,
        int round,
        int rounds,
        List<StepProgress> steps,
        List<String> failures) {

    /** Whether a scenario goes on. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED
    }

    /**
     * One step.
     *
     * @param line in the file
     * @param when its moment as text
     * @param what what it does as text
     * @param done how often, over all rounds
     * @param lastAt simulator time of the last time, null before the first
     */
    public record StepProgress(
            int line,
            String when,
            String what,
            long done,
            @Nullable Instant lastAt) {}
}
