package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.model.market.TickByTick;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was counted of one stream. Thread-safe. */
final class TickTally {

    private static final int SECONDS = 10;

    private final long[] perSecond = new long[SECONDS];
    private final long[] second = new long[SECONDS];
    private long ticks;
    private long history;
    private long repeated;
    private @Nullable TickByTick last;

    synchronized void onLive(TickByTick tick) {
        ticks++;
        last = tick;
        long at = tick.receivedAt().getEpochSecond();
        int place = (int) Math.floorMod(at, (long) SECONDS);
        if (second[place] != at) {
            second[place] = at;
            perSecond[place] = 0;
        }
        perSecond[place]++;
    }

    synchronized void onPast(int published, int known) {
        history += published;
        repeated += known;
    }

    /** Live ticks published. */
    synchronized long ticks() {
        return ticks;
    }

    /** Past ticks published. */
    synchronized long history() {
        return history;
    }

    /** Past ticks that had been published before. */
    synchronized long repeated() {
        return repeated;
    }

    /** The newest live tick, null when there was none. */
    synchronized @Nullable TickByTick last() {
        return last;
    }

    /** Live ticks a second, over the last ten whole seconds. */
    synchronized double rate(Instant now) {
        long sum = 0;
        for (int place = 0; place < SECONDS; place++) {
            long age = now.getEpochSecond() - second[place];
            if (age > 0 && age <= SECONDS - 1) {
                sum += perSecond[place];
            }
        }
        return sum / (double) (SECONDS - 1);
    }
}
