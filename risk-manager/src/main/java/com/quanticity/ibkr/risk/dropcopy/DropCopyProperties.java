package com.quanticity.ibkr.risk.dropcopy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the drop copy is kept.
 *
 * @param requestTimeout how long each answer of orders or executions may take; default 20 s
 * @param openOrdersEvery how often the open orders of all clients are asked for; default 30 s, 1 s to 5 min. They need no Master API client
 *     ID, so they show orders that live facts may hide
 * @param days how many days of executions are asked for after a start, 1 to 7, 7 by default. A gateway older than version 200 tells those
 *     since its midnight only. Source: wire specification, orders section 6
 */
@ConfigurationProperties(value = "ibkr.drop-copy", ignoreUnknownFields = false)
record DropCopyProperties(
        @DefaultValue("20s") Duration requestTimeout,
        @DefaultValue("30s") Duration openOrdersEvery,
        @DefaultValue("7") int days) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DAYS = 7;

    DropCopyProperties {
        List<String> problems = new ArrayList<>();
        check(problems, "request-timeout", requestTimeout, LONGEST_TIMEOUT);
        check(problems, "open-orders-every", openOrdersEvery, LONGEST_PAUSE);
        if (days < 1 || days > MOST_DAYS) {
            problems.add("ibkr.drop-copy.days must be 1 to " + MOST_DAYS + ", was " + days);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems) + "; correct it");
        }
    }

    private static void check(List<String> problems, String name, Duration value, Duration longest) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
            problems.add("ibkr.drop-copy." + name + " must be 1s to " + longest.toSeconds() + "s, was " + value);
        }
    }
}
