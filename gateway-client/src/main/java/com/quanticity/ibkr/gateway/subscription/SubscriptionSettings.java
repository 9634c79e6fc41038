package com.quanticity.ibkr.gateway.subscription;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a session cares for its subscriptions.
 *
 * @param firstData how long a new request may take to deliver; bars, tick-by-tick and depth get three times as long
 * @param quiet how long confirmed level 1 data or depth may pause before it is asked for anew; doubles with each pause that was no fault
 * @param retryInitial pause before a silent subscription is asked for again; doubles each time
 * @param retryMax longest pause
 * @param refusedRetry pause before a refused one is asked for again; doubles up to an hour
 * @param lineRetry pause before one that found no free line is tried again; a line that is given back ends it
 * @param quietTimes when silence is normal
 */
public record SubscriptionSettings(
        Duration firstData,
        Duration quiet,
        Duration retryInitial,
        Duration retryMax,
        Duration refusedRetry,
        Duration lineRetry,
        QuietTimes quietTimes) {

    public SubscriptionSettings {
        List<String> problems = new ArrayList<>();
        requirePositive(problems, "first-data", firstData);
        requirePositive(problems, "quiet", quiet);
        requirePositive(problems, "retry-initial", retryInitial);
        requirePositive(problems, "refused-retry", refusedRetry);
        requirePositive(problems, "line-retry", lineRetry);
        if (retryMax.compareTo(retryInitial) < 0) {
            problems.add("retry-max must not be shorter than retry-initial, was " + retryMax);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("ibkr.gateway.subscriptions: " + String.join("; ", problems));
        }
    }

    /** 10 s, 60 s, 5 s to 5 min, 5 min, 30 s, hours unknown. */
    public static SubscriptionSettings defaults() {
        return new SubscriptionSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                QuietTimes.UNKNOWN);
    }

    public SubscriptionSettings withQuietTimes(QuietTimes other) {
        return new SubscriptionSettings(firstData, quiet, retryInitial, retryMax, refusedRetry, lineRetry, other);
    }

    private static void requirePositive(List<String> problems, String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            problems.add(name + " must be positive, was " + value);
        }
    }
}
