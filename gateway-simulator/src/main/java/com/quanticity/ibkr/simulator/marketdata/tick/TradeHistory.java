package com.quanticity.ibkr.simulator.marketdata.tick;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The trades of the last ten minutes of one instrument, for rates. */
public final class TradeHistory {

    private static final Duration LENGTH = Duration.ofMinutes(10);

    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(Instant time, BigDecimal size) {}

    public void add(Instant now, MarketEvent.Trade trade) {
        entries.addLast(new Entry(now, trade.size()));
        Instant oldest = now.minus(LENGTH);
        while (entries.getFirst().time().isBefore(oldest)) {
            entries.removeFirst();
        }
    }

    long countSince(Instant now, int minutes) {
        return since(now, minutes).count();
    }

    BigDecimal volumeSince(Instant now, int minutes) {
        return since(now, minutes).volume();
    }

    private Sum since(Instant now, int minutes) {
        Instant from = now.minus(Duration.ofMinutes(minutes));
        long count = 0;
        BigDecimal volume = BigDecimal.ZERO;
        for (Iterator<Entry> latest = entries.descendingIterator(); latest.hasNext(); ) {
            Entry entry = latest.next();
            if (entry.time().isBefore(from)) {
                break;
            }
            count++;
            volume = volume.add(entry.size());
        }
        return new Sum(count, volume);
    }

    private record Sum(long count, BigDecimal volume) {}
}
