package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.history.upkeep.UpkeepProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Market history on its way to PostgreSQL and there, {@code ibkr.adapter.history}.
 *
 * @param enabled false: this process writes no history, another one does
 * @param batchEntries most stream entries stored in one transaction; after an outage each may hold 500 items, all in memory at once
 * @param behindAfter the alarm HISTORY_BEHIND is raised when what is stored is older than the stream by more than this
 * @param stoppedAfter the alarm HISTORY_STOPPED is raised when nothing could be stored for this long
 * @param lostFor how long the alarm HISTORY_LOST_ENTRIES lasts after the last loss
 * @param upkeep care of the stored rows
 */
public record HistoryProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100") int batchEntries,
        @DefaultValue("60s") Duration behindAfter,
        @DefaultValue("15s") Duration stoppedAfter,
        @DefaultValue("1h") Duration lostFor,
        @DefaultValue @NestedConfigurationProperty UpkeepProperties upkeep) {

    private static final String PREFIX = "ibkr.adapter.history.";

    public HistoryProperties {
        List<String> problems = new ArrayList<>();
        require(problems, batchEntries > 0, "batch-entries must be 1 or more, was " + batchEntries);
        require(problems, behindAfter.isPositive(), "behind-after must be positive, was " + behindAfter);
        require(problems, stoppedAfter.isPositive(), "stopped-after must be positive, was " + stoppedAfter);
        require(problems, lostFor.isPositive(), "lost-for must be positive, was " + lostFor);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static void require(List<String> problems, boolean fulfilled, String problem) {
        if (!fulfilled) {
            problems.add(PREFIX + problem);
        }
    }
}
