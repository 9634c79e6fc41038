package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.history.upkeep.UpkeepProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Market history on its way to PostgreSQL and there, {@code ibkr.adapter.history}.
 *
 * @param enabled false: this process writes no history, another one does
 * @param batchEntries most stream entries stored in one transaction
 * @param batchSize text of the entries stored in one transaction, about; the next are read and decoded meanwhile, so two such batches are
 *     in memory at once, as items of some five times that size
 * @param behindAfter the alarm HISTORY_BEHIND is raised when what is stored is older than the stream by more than this
 * @param stoppedAfter the alarm HISTORY_STOPPED is raised when nothing could be stored for this long
 * @param lostFor how long the alarm HISTORY_LOST_ENTRIES lasts after the last loss
 * @param upkeep care of the stored rows
 */
public record HistoryProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("200") int batchEntries,
        @DefaultValue("1MB") DataSize batchSize,
        @DefaultValue("60s") Duration behindAfter,
        @DefaultValue("15s") Duration stoppedAfter,
        @DefaultValue("1h") Duration lostFor,
        @DefaultValue @NestedConfigurationProperty UpkeepProperties upkeep) {

    private static final String PREFIX = "ibkr.adapter.history.";
    private static final DataSize LARGEST_BATCH = DataSize.ofMegabytes(64);

    public HistoryProperties {
        List<String> problems = new ArrayList<>();
        require(problems, batchEntries > 0, "batch-entries must be 1 or more, was " + batchEntries);
        require(
                problems,
                batchSize.toBytes() > 0 && batchSize.compareTo(LARGEST_BATCH) <= 0,
                "batch-size must be between 1 byte and 64MB, was " + batchSize);
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
