package com.quanticity.ibkr.adapter.bar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Five-second bars, {@code ibkr.adapter.bars}.
 *
 * @param symbols wanted from the start, on the watch list too; more by REST
 * @param regularHours true: bars of the regular session only
 * @param grace how long after its end a bar may come before it is missing
 * @param fillEvery a symbol's missing bars are asked of history at most this often
 * @param lookBack bars from so long before a symbol is wanted on are asked for too, so that a restart leaves no hole
 * @param fillWithin how old a missing bar may be to be asked for; older ones stay missing
 * @param attempts how often history is asked for the same bars before the alarm is raised; asked on afterwards, each time later
 * @param keepDays days whose completeness is remembered
 * @param bufferBars bars held in memory while Redis is away; beyond it the oldest are dropped, counted and logged
 */
public record BarProperties(
        @DefaultValue({"SPY", "QQQ"}) List<String> symbols,
        @DefaultValue("false") boolean regularHours,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("30s") Duration fillEvery,
        @DefaultValue("30m") Duration lookBack,
        @DefaultValue("2h") Duration fillWithin,
        @DefaultValue("3") int attempts,
        @DefaultValue("5") int keepDays,
        @DefaultValue("100000") int bufferBars) {

    private static final String PREFIX = "ibkr.adapter.bars.";

    public BarProperties {
        symbols = List.copyOf(symbols);
        List<String> problems = new ArrayList<>();
        require(problems, new HashSet<>(symbols).size() == symbols.size(), "symbols names one twice; keep one");
        require(problems, !grace.isNegative(), "grace must not be negative, was " + grace);
        require(problems, fillEvery.isPositive(), "fill-every must be positive, was " + fillEvery);
        require(
                problems,
                !lookBack.isNegative() && fillWithin.compareTo(lookBack) > 0,
                "fill-within must be longer than look-back, was " + fillWithin);
        require(problems, attempts > 0, "attempts must be 1 or more, was " + attempts);
        require(problems, keepDays > 0, "keep-days must be 1 or more, was " + keepDays);
        require(problems, bufferBars > 0, "buffer-bars must be 1 or more, was " + bufferBars);
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
