package com.quanticity.ibkr.adapter.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Market history on its way to PostgreSQL and there, {@code ibkr.adapter.history}.
 *
 * @param enabled false: this process writes no history, another one does
 * @param batchEntries most stream entries stored in one transaction; after an outage each may hold 500 items, all in memory at once
 * @param behindAfter the alarm HISTORY_BEHIND is raised when what is stored is older than the stream by more than this
 * @param stoppedAfter the alarm HISTORY_STOPPED is raised when nothing could be stored for this long
 * @param lostFor how long the alarm HISTORY_LOST_ENTRIES lasts after the last loss
 * @param upkeepEvery how often minutes are rolled up and old rows removed where the database does not do it itself
 * @param compressAfter age at which TimescaleDB compresses bars, ticks, depth and quotes; needs its community licence
 * @param keepTicks quotes, ticks and depth older than this are removed; absent: kept for ever
 * @param keepBars bars of five seconds older than this are removed, minutes stay; absent: kept for ever
 */
public record HistoryProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100") int batchEntries,
        @DefaultValue("60s") Duration behindAfter,
        @DefaultValue("15s") Duration stoppedAfter,
        @DefaultValue("1h") Duration lostFor,
        @DefaultValue("1m") Duration upkeepEvery,
        @DefaultValue("30d") Duration compressAfter,
        @Nullable Duration keepTicks,
        @Nullable Duration keepBars) {

    private static final String PREFIX = "ibkr.adapter.history.";
    private static final Duration A_DAY = Duration.ofDays(1);

    public HistoryProperties {
        List<String> problems = new ArrayList<>();
        require(problems, batchEntries > 0, "batch-entries must be 1 or more, was " + batchEntries);
        require(problems, behindAfter.isPositive(), "behind-after must be positive, was " + behindAfter);
        require(problems, stoppedAfter.isPositive(), "stopped-after must be positive, was " + stoppedAfter);
        require(problems, lostFor.isPositive(), "lost-for must be positive, was " + lostFor);
        require(problems, upkeepEvery.isPositive(), "upkeep-every must be positive, was " + upkeepEvery);
        require(problems, isADay(compressAfter), "compress-after must be a day or more, was " + compressAfter);
        require(problems, isADay(keepTicks), "keep-ticks must be a day or more, was " + keepTicks);
        require(problems, isADay(keepBars), "keep-bars must be a day or more, was " + keepBars);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static boolean isADay(@Nullable Duration age) {
        return age == null || age.compareTo(A_DAY) >= 0;
    }

    private static void require(List<String> problems, boolean fulfilled, String problem) {
        if (!fulfilled) {
            problems.add(PREFIX + problem);
        }
    }
}
