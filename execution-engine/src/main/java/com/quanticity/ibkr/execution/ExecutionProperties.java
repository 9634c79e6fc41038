package com.quanticity.ibkr.execution;

import com.quanticity.ibkr.execution.parent.ParentProperties;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the execution-engine. Public because the features read them from their own packages.
 *
 * @param commandMaxAge how long a new order may wait for its hand-over to the adapter, 30 s by default; an older one is denied with
 *     {@code COMMAND_EXPIRED} instead of being sent by surprise
 * @param outboxBatch most messages published between two commits, 100 by default
 * @param outboxPoll longest pause between two looks into the outbox, 500 ms by default; a commit ends the pause at once
 * @param retention how long published messages and the ids of handled ones are remembered, 7 days by default; a message delivered again
 *     after that is still recognised by its content
 * @param adapter where the ibkr-adapter answers, {@code http://127.0.0.1:8081} by default; asked for books, reference data and past bars
 * @param parents algorithms and their children
 */
@ConfigurationProperties(value = "ibkr.execution", ignoreUnknownFields = false)
public record ExecutionProperties(
        @DefaultValue("30s") Duration commandMaxAge,
        @DefaultValue("100") int outboxBatch,
        @DefaultValue("500ms") Duration outboxPoll,
        @DefaultValue("7d") Duration retention,
        @DefaultValue("http://127.0.0.1:8081") URI adapter,
        @DefaultValue @NestedConfigurationProperty ParentProperties parents) {

    private static final int LARGEST_BATCH = 10_000;
    private static final Duration SHORTEST_RETENTION = Duration.ofHours(1);

    public ExecutionProperties {
        List<String> problems = new ArrayList<>();
        if (!commandMaxAge.isPositive()) {
            problems.add("ibkr.execution.command-max-age must be longer than zero, was " + commandMaxAge);
        }
        if (outboxBatch < 1 || outboxBatch > LARGEST_BATCH) {
            problems.add("ibkr.execution.outbox-batch must be 1 to " + LARGEST_BATCH + ", was " + outboxBatch);
        }
        if (!outboxPoll.isPositive()) {
            problems.add("ibkr.execution.outbox-poll must be longer than zero, was " + outboxPoll);
        }
        if (retention.compareTo(SHORTEST_RETENTION) < 0) {
            problems.add("ibkr.execution.retention must be " + SHORTEST_RETENTION + " or longer, was " + retention);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }
}
