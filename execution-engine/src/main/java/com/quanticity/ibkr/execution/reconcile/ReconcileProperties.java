package com.quanticity.ibkr.execution.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How our books are compared with the broker's.
 *
 * @param every how often, 2 s by default. Of executions only those are looked at that changed or differ
 * @param fullEvery how often all executions of 7 days are compared, 1 h by default; also done at the start, for each new session of the
 *     adapter or the drop copy, and when a statement is imported
 * @param tolerance how long a difference may last before it is a discrepancy, 15 s by default: fills reach us and the broker's positions by
 *     different ways. One whose size keeps changing opens after five times as long
 * @param witnessMaxAge how old a witness's reading may be, 90 s by default; an older one is not known. Positions and open orders are
 *     confirmed every 30 s. Source: console design, section 5
 * @param blindAfter how long a witness may be unknown before an alarm, 20 min by default, longer than the gateway's nightly restart
 * @param longestIgnore for how long a person may let a discrepancy be, 7 days by default
 */
@ConfigurationProperties(value = "ibkr.reconcile", ignoreUnknownFields = false)
record ReconcileProperties(
        @DefaultValue("2s") Duration every,
        @DefaultValue("1h") Duration fullEvery,
        @DefaultValue("15s") Duration tolerance,
        @DefaultValue("90s") Duration witnessMaxAge,
        @DefaultValue("20m") Duration blindAfter,
        @DefaultValue("7d") Duration longestIgnore) {

    ReconcileProperties {
        List<String> problems = new ArrayList<>();
        positive(problems, "every", every);
        positive(problems, "full-every", fullEvery);
        positive(problems, "tolerance", tolerance);
        positive(problems, "witness-max-age", witnessMaxAge);
        positive(problems, "blind-after", blindAfter);
        positive(problems, "longest-ignore", longestIgnore);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static void positive(List<String> problems, String name, Duration value) {
        if (!value.isPositive()) {
            problems.add("ibkr.reconcile." + name + " must be longer than zero, was " + value);
        }
    }
}
