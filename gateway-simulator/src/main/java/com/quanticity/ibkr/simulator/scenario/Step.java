package com.quanticity.ibkr.simulator.scenario;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One step of a scenario.
 *
 * @param line in the file, from 1
 * @param when it is done for the first time
 * @param times how often
 * @param every time between two times, zero when it is done once
 * @param doings in order
 */
public record Step(int line, When when, int times, Duration every, List<Doing> doings) {

    /** The moment of a step. */
    public sealed interface When {

        /** So long after the start of the round. */
        record At(Duration offset) implements When {}

        /** So long after the step before it was done for the last time. */
        record After(Duration delay) implements When {}

        /** The next time a clock shows this time of day. */
        record Clock(LocalTime time, ZoneId zone) implements When {}

        /** When something happens. */
        record On(Trigger trigger) implements When {}
    }

    /** Something to do. */
    public sealed interface Doing {

        /** An action with its arguments, on gateway 1 or 2. */
        record Do(Action action, Arguments arguments, int gateway) implements Doing {}

        /** The end of an action that lasts. */
        record End(Action action, int gateway) implements Doing {}

        /** The end of everything that lasts, on every gateway. */
        record EndAll() implements Doing {}
    }
}
