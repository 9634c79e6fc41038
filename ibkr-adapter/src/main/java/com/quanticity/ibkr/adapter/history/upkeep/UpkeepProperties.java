package com.quanticity.ibkr.adapter.history.upkeep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Care of the stored rows, {@code ibkr.adapter.history.upkeep}.
 *
 * @param every how often minutes are rolled up and old rows removed where the database does not do it itself
 * @param compressAfter age at which TimescaleDB compresses bars, ticks, depth and quotes; needs its community licence
 * @param keepTicks quotes, ticks and depth older than this are removed; absent: kept for ever
 * @param keepBars bars of five seconds older than this are removed, minutes stay; absent: kept for ever
 * @param keepTurns turns of the depth rotation older than this are removed
 * @param keepPictures pictures of option chains older than this are removed
 */
public record UpkeepProperties(
        @DefaultValue("1m") Duration every,
        @DefaultValue("30d") Duration compressAfter,
        @Nullable Duration keepTicks,
        @Nullable Duration keepBars,
        @DefaultValue("90d") Duration keepTurns,
        @DefaultValue("90d") Duration keepPictures) {

    private static final String PREFIX = "ibkr.adapter.history.upkeep.";
    private static final Duration A_DAY = Duration.ofDays(1);

    public UpkeepProperties {
        List<String> problems = new ArrayList<>();
        require(problems, every.isPositive(), "every must be positive, was " + every);
        require(problems, isADay(compressAfter), "compress-after must be a day or more, was " + compressAfter);
        require(problems, isADay(keepTicks), "keep-ticks must be a day or more, was " + keepTicks);
        require(problems, isADay(keepBars), "keep-bars must be a day or more, was " + keepBars);
        require(problems, isADay(keepTurns), "keep-turns must be a day or more, was " + keepTurns);
        require(problems, isADay(keepPictures), "keep-pictures must be a day or more, was " + keepPictures);
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
