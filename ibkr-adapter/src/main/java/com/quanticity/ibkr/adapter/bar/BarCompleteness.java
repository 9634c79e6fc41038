package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.adapter.bar.BarLedger.Hole;
import com.quanticity.ibkr.adapter.bar.BarLedger.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How complete the bars of a symbol are on one day of its exchange.
 *
 * @param symbol the desk's symbol
 * @param day calendar day of the exchange
 * @param zone the exchange's zone
 * @param from counted from here: start of the day, or how far back this process looks after bars
 * @param to counted to here: end of the day, or what should have come by now
 * @param hoursKnown false when the broker has told nothing of the day's trading hours; then only holes between bars are seen
 * @param expected twelve for each minute of trading; received, back-filled, without trades and missing add up to it
 * @param received live
 * @param backFilled given back by history
 * @param withoutTrades history has no bar there
 * @param missing neither came
 * @param outsideHours bars received at times when none was expected, not counted above
 * @param shortMinutes minutes with fewer bars than expected
 * @param holes what is missing, oldest first, a hundred at most
 */
record BarCompleteness(
        String symbol,
        LocalDate day,
        String zone,
        Instant from,
        Instant to,
        boolean hoursKnown,
        long expected,
        long received,
        long backFilled,
        long withoutTrades,
        long missing,
        long outsideHours,
        long shortMinutes,
        List<Gap> holes) {

    private static final int MOST_HOLES = 100;

    /** Missing bars, {@code to} exclusive. */
    record Gap(Instant from, Instant to, long bars) {}

    static BarCompleteness of(
            String symbol,
            LocalDate day,
            BarLedger ledger,
            SessionHours hours,
            Instant countedFrom,
            Instant countedTo) {
        Instant from = later(day.atStartOfDay(hours.zone()).toInstant(), countedFrom);
        Instant to = earlier(day.plusDays(1).atStartOfDay(hours.zone()).toInstant(), countedTo);
        long first = Slots.from(from);
        long end = Math.max(first, Slots.of(to));
        Sums sums = new Sums();
        for (long slot = first; slot < end; slot++) {
            sums.add(ledger, hours, slot);
        }
        List<Gap> holes = ledger.missing(first, end).stream()
                .limit(MOST_HOLES)
                .map(BarCompleteness::gap)
                .toList();
        return new BarCompleteness(
                symbol,
                day,
                hours.zone().getId(),
                from,
                later(from, to),
                !sums.hoursUnknown,
                sums.expected,
                sums.received,
                sums.backFilled,
                sums.empty,
                sums.missing,
                sums.outside,
                sums.shortMinutes,
                holes);
    }

    private static Gap gap(Hole hole) {
        return new Gap(Slots.start(hole.from()), Slots.start(hole.to()), hole.bars());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static final class Sums {
        private long expected;
        private long received;
        private long backFilled;
        private long empty;
        private long missing;
        private long outside;
        private long shortMinutes;
        private long lastShortMinute = Long.MIN_VALUE;
        private boolean hoursUnknown;

        void add(BarLedger ledger, SessionHours hours, long slot) {
            hoursUnknown |= hours.at(Slots.start(slot)) == SessionHours.Phase.UNKNOWN;
            boolean isLive = ledger.is(slot, Mark.LIVE);
            if (!ledger.isExpected(slot)) {
                outside += isLive ? 1 : 0;
                return;
            }
            expected++;
            if (isLive) {
                received++;
            } else if (ledger.is(slot, Mark.BACK_FILLED)) {
                backFilled++;
            } else if (ledger.is(slot, Mark.EMPTY)) {
                empty++;
            } else {
                missing++;
                onMissing(Math.floorDiv(slot, Slots.PER_MINUTE));
            }
        }

        private void onMissing(long minute) {
            if (minute != lastShortMinute) {
                lastShortMinute = minute;
                shortMinutes++;
            }
        }
    }
}
