package com.quanticity.ibkr.gateway.subscription;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import java.time.Duration;

/**
 * How a session cares for its subscriptions.
 *
 * @param firstData how long a new request may take to deliver; bars, tick-by-tick and depth get three times as long
 * @param quiet how long confirmed level 1 data, depth or bars may pause before they are asked for anew while their usual pace is not known;
 *     afterwards four times the usual pause. Doubles with each pause that was no fault
 * @param quietLeast never asked for anew sooner than this because of a pause shorter than usual
 * @param quietMost asked for anew after this at the latest, however slow the usual pace
 * @param retryInitial pause before a silent subscription is asked for again; doubles each time
 * @param retryMax longest pause
 * @param refusedRetry pause before a refused one is asked for again; doubles up to an hour
 * @param lineRetry pause before one that found no free line is tried again; a line that is given back ends it
 * @param quietTimes when silence is normal
 */
public record SubscriptionSettings(
        Duration firstData,
        Duration quiet,
        Duration quietLeast,
        Duration quietMost,
        Duration retryInitial,
        Duration retryMax,
        Duration refusedRetry,
        Duration lineRetry,
        QuietTimes quietTimes) {

    public SubscriptionSettings {
        new Problems()
                .positive("subscriptions.first-data", firstData)
                .positive("subscriptions.quiet", quiet)
                .positive("subscriptions.quiet-least", quietLeast)
                .require(
                        quietMost.compareTo(quietLeast) >= 0,
                        "subscriptions.quiet-most must not be shorter than subscriptions.quiet-least, was "
                                + Problems.text(quietMost))
                .positive("subscriptions.retry-initial", retryInitial)
                .positive("subscriptions.refused-retry", refusedRetry)
                .positive("subscriptions.line-retry", lineRetry)
                .require(
                        retryMax.compareTo(retryInitial) >= 0,
                        "subscriptions.retry-max must not be shorter than subscriptions.retry-initial, was "
                                + Problems.text(retryMax))
                .throwIfAny();
    }

    /** A quiet time that is the same whatever is learned. */
    public SubscriptionSettings(
            Duration firstData,
            Duration quiet,
            Duration retryInitial,
            Duration retryMax,
            Duration refusedRetry,
            Duration lineRetry,
            QuietTimes quietTimes) {
        this(firstData, quiet, quiet, quiet, retryInitial, retryMax, refusedRetry, lineRetry, quietTimes);
    }

    /** 10 s, 60 s (15 s to 10 min when learned), 5 s to 5 min, 5 min, 30 s, hours unknown. */
    public static SubscriptionSettings defaults() {
        return new SubscriptionSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(15),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                QuietTimes.UNKNOWN);
    }

    public SubscriptionSettings withQuietTimes(QuietTimes other) {
        return new SubscriptionSettings(
                firstData, quiet, quietLeast, quietMost, retryInitial, retryMax, refusedRetry, lineRetry, other);
    }
}
