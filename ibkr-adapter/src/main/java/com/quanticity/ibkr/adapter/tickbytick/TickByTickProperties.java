package com.quanticity.ibkr.adapter.tickbytick;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Streams of single ticks, {@code ibkr.adapter.tick-by-tick}.
 *
 * @param permanent streams wanted always, the most important first, as {@code SYM} or {@code SYM:KIND}
 * @param thirdKind what the stream that follows the active trade holds when nobody says otherwise
 * @param followOrders false: that stream changes only by REST
 * @param thirdAtLeast the followed symbol is not changed by orders sooner than this, so that it does not flap
 * @param marketDataLines market data lines of the login; the quota is a hundredth of them, at least 3 and at most 60
 * @param quota streams at the same time, in place of that formula; null = the formula
 * @param requestInterval between two requests for one instrument, whatever their kind: the broker's 15 s and one for the way there.
 *     Source: broker's documentation, tick data
 * @param historyTicks past ticks asked for with each request, 0 to 1000
 * @param quotaRetry pause of a stream that the broker refused for its quota; doubles each time
 * @param quotaRetryMax longest such pause
 * @param bufferTicks ticks held in memory while Redis is away; beyond it the oldest are dropped, counted and logged
 * @param entryTicks most ticks of one stream entry
 */
public record TickByTickProperties(
        @DefaultValue({"SPY", "QQQ"}) List<TickStream> permanent,
        @DefaultValue("LAST") TickKind thirdKind,
        @DefaultValue("true") boolean followOrders,
        @DefaultValue("60s") Duration thirdAtLeast,
        @DefaultValue("100") int marketDataLines,
        @Nullable Integer quota,
        @DefaultValue("16s") Duration requestInterval,
        @DefaultValue("1000") int historyTicks,
        @DefaultValue("30s") Duration quotaRetry,
        @DefaultValue("5m") Duration quotaRetryMax,
        @DefaultValue("100000") int bufferTicks,
        @DefaultValue("500") int entryTicks) {

    private static final String PREFIX = "ibkr.adapter.tick-by-tick.";

    /** Streams at the base level. Source: wire specification, behaviour 3. */
    private static final int LEAST = 3;

    private static final int MOST = 60;
    private static final int LINES_FOR_ONE = 100;

    public TickByTickProperties {
        permanent = List.copyOf(permanent);
        List<String> problems = new ArrayList<>();
        if (new HashSet<>(permanent).size() < permanent.size()) {
            problems.add(PREFIX + "permanent names a stream twice; keep one");
        }
        require(problems, thirdAtLeast.isPositive(), "third-at-least must be positive, was " + thirdAtLeast);
        require(problems, marketDataLines > 0, "market-data-lines must be 1 or more, was " + marketDataLines);
        require(problems, quota == null || quota >= 0, "quota must be 0 or more, was " + quota);
        require(problems, requestInterval.isPositive(), "request-interval must be positive, was " + requestInterval);
        require(
                problems,
                historyTicks >= 0 && historyTicks <= 1000,
                "history-ticks must be 0 to 1000, was " + historyTicks);
        require(
                problems,
                quotaRetry.isPositive() && quotaRetryMax.compareTo(quotaRetry) >= 0,
                "quota-retry must be positive and not longer than quota-retry-max, was " + quotaRetry);
        require(problems, bufferTicks > 0, "buffer-ticks must be 1 or more, was " + bufferTicks);
        require(problems, entryTicks > 0, "entry-ticks must be 1 or more, was " + entryTicks);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** How many streams there may be at the same time. */
    public int slots() {
        return quota != null ? quota : Math.clamp(marketDataLines / LINES_FOR_ONE, LEAST, MOST);
    }

    private static void require(List<String> problems, boolean fulfilled, String problem) {
        if (!fulfilled) {
            problems.add(PREFIX + problem);
        }
    }
}
