package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.market.TickByTick.BidAsk;
import com.quanticity.ibkr.model.market.TickByTick.MidPoint;
import com.quanticity.ibkr.model.market.TickByTick.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The last ticks of one stream that were published, to recognise those that come again in the prefix of past ticks after a reconnect.
 *
 * <p>The broker's stamps are whole seconds and its ticks have no number, so equal ticks of one second are counted: of five equal ones in
 * the prefix, three of which were published, two are new. Where the prefix is cut off at its bound, its first second may hold only a part
 * of the ticks that second had; unless the stream was being heard before and after that second, all of them are given out again, marked
 * as history: a tick may come twice, none is lost. Confined to one thread.
 */
final class PastTicks {

    private final int most;
    private final TreeMap<Long, Second> seconds = new TreeMap<>();
    private int size;

    /** Between these, both exclusive, every tick was published. */
    private long heardAfter = Long.MAX_VALUE;

    private long heardBefore = Long.MIN_VALUE;
    private boolean isHearing;

    /** The ticks of one second by what they say, with how many say the same. */
    private static final class Second {
        private final Map<List<Object>, Integer> counts = new HashMap<>();
        private int size;

        void add(TickByTick tick) {
            counts.merge(key(tick), 1, Integer::sum);
            size++;
        }
    }

    /** @param most how many ticks a prefix can have */
    PastTicks(int most) {
        this.most = most;
    }

    /** A new request begins: what comes live is not connected to what came before. */
    void onRequested() {
        isHearing = false;
    }

    /** A live tick was published. */
    void onLive(TickByTick tick) {
        long second = tick.brokerTime().getEpochSecond();
        if (!isHearing) {
            isHearing = true;
            heardAfter = second;
            heardBefore = second;
        }
        heardBefore = Math.max(heardBefore, second);
        remember(tick);
    }

    /** What of a prefix, oldest first, was not published before. */
    List<TickByTick> news(List<TickByTick> prefix, boolean isCutOff) {
        if (prefix.isEmpty()) {
            return prefix;
        }
        long first = prefix.getFirst().brokerTime().getEpochSecond();
        long last = prefix.getLast().brokerTime().getEpochSecond();
        boolean repeatsFirst = isCutOff && !(first > heardAfter && first < heardBefore);
        Map<Long, Map<List<Object>, Integer>> known = new HashMap<>();
        List<TickByTick> news = new ArrayList<>();
        for (TickByTick tick : prefix) {
            long second = tick.brokerTime().getEpochSecond();
            boolean isTold = repeatsFirst && second == first || isNew(known, second, tick);
            if (isTold) {
                news.add(tick);
            }
        }
        news.forEach(this::remember);
        if (first >= heardBefore || heardBefore == Long.MIN_VALUE) {
            heardAfter = first;
        }
        heardBefore = Math.max(last, heardBefore);
        isHearing = true;
        return news;
    }

    private boolean isNew(Map<Long, Map<List<Object>, Integer>> known, long second, TickByTick tick) {
        Map<List<Object>, Integer> left = known.computeIfAbsent(second, at -> {
            Second published = seconds.get(at);
            return published == null ? new HashMap<>() : new HashMap<>(published.counts);
        });
        Integer count = left.get(key(tick));
        if (count == null || count == 0) {
            return true;
        }
        left.put(key(tick), count - 1);
        return false;
    }

    private void remember(TickByTick tick) {
        seconds.computeIfAbsent(tick.brokerTime().getEpochSecond(), _ -> new Second())
                .add(tick);
        size++;
        while (seconds.size() > 1 && size - seconds.firstEntry().getValue().size >= most) {
            size -= seconds.pollFirstEntry().getValue().size;
        }
    }

    private static List<Object> key(TickByTick tick) {
        return switch (tick) {
            case Trade trade ->
                Arrays.asList(
                        plain(trade.price()),
                        plain(trade.size()),
                        trade.exchange(),
                        trade.conditions().strip(),
                        trade.pastLimit(),
                        trade.unreported());
            case BidAsk quote ->
                Arrays.asList(
                        plain(quote.bid()),
                        plain(quote.ask()),
                        plain(quote.bidSize()),
                        plain(quote.askSize()),
                        quote.bidPastLow(),
                        quote.askPastHigh());
            case MidPoint middle -> Arrays.asList(plain(middle.price()));
        };
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
