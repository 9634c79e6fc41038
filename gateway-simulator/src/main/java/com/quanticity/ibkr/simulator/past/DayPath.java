package com.quanticity.ibkr.simulator.past;

import com.quanticity.ibkr.simulator.calendar.TradingHours;
import com.quanticity.ibkr.simulator.calendar.TradingSession;
import java.time.LocalDate;

/** The price of one session minute by minute, and what happens in each minute. */
final class DayPath {

    private static final int MINUTE = 60;

    private final LocalDate date;
    private final long begin;
    private final long seed;
    private final Nature nature;
    private final double[] prices;
    private final double[] activity;
    private final double busyness;

    /**
     * A session.
     *
     * @param stop where it ends, which is earlier than usual in the session in which the running market began
     * @param busyness how much is traded compared with the newest days
     * @param before price before its first moment
     * @param after price at its end
     */
    DayPath(
            TradingSession session,
            TradingHours hours,
            long stop,
            long seed,
            Nature nature,
            double busyness,
            double before,
            double after) {
        this.date = session.date();
        this.begin = session.begin().getEpochSecond();
        this.seed = seed;
        this.nature = nature;
        int minutes = (int) Math.max(1, (stop - begin + MINUTE - 1) / MINUTE);
        this.activity = activity(session, hours, minutes);
        this.busyness = busyness * (0.6 + Chance.uniform(Chance.mix(seed, 5)));
        this.prices = bridge(before, after, nature.dailyDeviation());
    }

    private double[] activity(TradingSession session, TradingHours hours, int minutes) {
        long open = session.open().getEpochSecond();
        long close = session.close().getEpochSecond();
        double[] each = new double[minutes];
        for (int i = 0; i < minutes; i++) {
            long at = begin + (long) i * MINUTE;
            boolean isRegular = at >= open && at < close;
            each[i] = Nature.activity(hours, isRegular, (at - open) / (double) MINUTE);
        }
        return each;
    }

    /** A random walk whose steps follow the activity, bent so that it ends where it must. */
    private double[] bridge(double before, double after, double deviation) {
        int minutes = activity.length;
        double total = 0;
        for (double one : activity) {
            total += one;
        }
        Chance chance = new Chance(seed);
        double[] walk = new double[minutes + 1];
        double[] time = new double[minutes + 1];
        for (int i = 0; i < minutes; i++) {
            double share = activity[i] / total;
            time[i + 1] = time[i] + share;
            walk[i + 1] = walk[i] + deviation * Math.sqrt(share) * chance.nextBell();
        }
        double bend = StrictMath.log(after / before) - walk[minutes];
        double[] bent = new double[minutes + 1];
        for (int i = 0; i <= minutes; i++) {
            bent[i] = before * StrictMath.exp(walk[i] + bend * time[i]);
        }
        return bent;
    }

    LocalDate date() {
        return date;
    }

    /** Plays the events of a minute that lie within a stretch; the minute itself is the same whatever the stretch. */
    void minute(int number, long fromMillis, long toMillis, TickSink sink) {
        if (number < 0 || number >= activity.length) {
            return;
        }
        long start = (begin + (long) number * MINUTE) * 1_000;
        Chance chance = new Chance(Chance.mix(seed, number + 1_000_003L));
        int events = events(number, chance);
        double price = prices[number];
        double whole = prices[number + 1] - price;
        double noise = Math.abs(whole) * 0.5 + price * nature.dailyDeviation() * 0.004;
        double gap = 60_000.0 / Math.max(1, events);
        for (int i = 0; i < events; i++) {
            long millis = start + (long) ((i + chance.next()) * gap);
            double way = (i + 1.0) / events;
            double middle = price + whole * way + noise * chance.nextBell() * 4 * way * (1 - way);
            event(millis, middle, chance, fromMillis, toMillis, sink);
        }
    }

    private int events(int number, Chance chance) {
        double mean = nature.eventsPerMinute() * activity[number] * busyness * (0.5 + chance.next());
        int whole = (int) mean;
        return whole + (chance.next() < mean - whole ? 1 : 0);
    }

    private void event(long millis, double middle, Chance chance, long fromMillis, long toMillis, TickSink sink) {
        long tick = nature.tick();
        long bid = Units.of(middle, tick) - (chance.next(2) == 0 ? tick : 0);
        long ask = Math.max(bid, tick) + (1 + chance.next(nature.spreadTicks())) * tick;
        long bidSize = size(chance);
        long askSize = size(chance);
        boolean isBuy = chance.next(2) == 0;
        long size = size(chance);
        int venue = chance.next(64);
        if (millis >= fromMillis && millis < toMillis) {
            sink.on(millis, Math.max(bid, tick), ask, bidSize, askSize, isBuy ? ask : Math.max(bid, tick), size, venue);
        }
    }

    private long size(Chance chance) {
        double busy = chance.next();
        return (long) nature.lot() * (1 + (int) (busy * busy * nature.lots() * 2));
    }
}
