package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.calendar.TradingSession;
import com.quanticity.ibkr.simulator.history.HistoryTimes.Given;
import com.quanticity.ibkr.simulator.history.Reading.Accepted;
import com.quanticity.ibkr.simulator.history.Reading.Refused;
import com.quanticity.ibkr.simulator.past.InstrumentHistory;
import com.quanticity.ibkr.simulator.past.Tick;
import com.quanticity.ibkr.simulator.wire.Request.HistoricalTicks;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request for ticks that makes sense.
 *
 * @param moment the first second that is wanted, or the first that is not
 * @param isForward whether it reaches forward from the moment
 * @param now epoch second up to which anything is known, exclusive
 */
record TickQuery(
        InstrumentHistory history,
        Kind kind,
        long moment,
        boolean isForward,
        int number,
        boolean regularHours,
        boolean ignoresSize,
        long now) {

    private static final int MOST_TICKS = 1_000;
    private static final int STRETCH = 1_800;

    /** A quiet instrument is searched so far and no farther. */
    private static final int MOST_STRETCHES = 700;

    enum Kind {
        TRADES,
        BID_ASK,
        MIDPOINT
    }

    static Reading<TickQuery> read(HistoricalTicks request, InstrumentHistory history, Instant now, ZoneId loginZone) {
        Optional<Kind> kind = kind(request.whatToShow());
        if (kind.isEmpty()) {
            return Refused.invalid("What to show field is missing or incorrect. Use TRADES, MIDPOINT or BID_ASK. ");
        }
        if (request.numberOfTicks() < 1 || request.numberOfTicks() > MOST_TICKS) {
            return Refused.invalid("Number of ticks must be 1 to 1000. ");
        }
        if (request.startTime().isEmpty() == request.endTime().isEmpty()) {
            return Refused.invalid("Specify one of start time and end time, not both and not none. ");
        }
        boolean isForward = !request.startTime().isEmpty();
        Optional<Given> moment = HistoryTimes.parse(isForward ? request.startTime() : request.endTime(), loginZone);
        if (moment.isEmpty()) {
            return new Refused<>(10314, BarQueryReader.BAD_TIME);
        }
        if (kind.get() == Kind.TRADES && !history.instrument().hasTrades()) {
            return new Refused<>(10187, "Failed to request historical ticks:No data of type TRADES for this contract");
        }
        return new Accepted<>(
                new TickQuery(
                        history,
                        kind.get(),
                        moment.get().instant().getEpochSecond(),
                        isForward,
                        request.numberOfTicks(),
                        request.regularHours(),
                        request.ignoreSize(),
                        Math.min(history.instrument().expiry(), now.getEpochSecond() + 1)),
                !moment.get().hasZone());
    }

    private static Optional<Kind> kind(String text) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(text)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Reads the files that the answer needs, so that it comes quickly afterwards. On any thread. */
    boolean fetch() {
        return new TickQuery(history.withoutTape(), kind, moment, isForward, number, regularHours, ignoresSize, now)
                .ticks()
                .isEmpty();
    }

    /** The ticks in time order: as many as were asked for, and those that complete the last second. */
    List<Tick> ticks() {
        return isForward ? forward() : backward();
    }

    private List<Tick> forward() {
        List<Tick> found = new ArrayList<>();
        long at = moment;
        for (int i = 0; i < MOST_STRETCHES && at < now && found.size() <= number; i++) {
            long next = Math.min(now, at + STRETCH);
            found.addAll(between(at, next));
            at = next;
        }
        if (found.size() <= number) {
            return found;
        }
        long lastSecond = found.get(number - 1).second();
        int end = number;
        while (end < found.size() && found.get(end).second() == lastSecond) {
            end++;
        }
        return List.copyOf(found.subList(0, end));
    }

    private List<Tick> backward() {
        List<Tick> found = new ArrayList<>();
        long at = Math.min(moment, now);
        long head = history.past().head();
        for (int i = 0; i < MOST_STRETCHES && at > head && found.size() <= number; i++) {
            at = skipRest(at);
            long next = at - STRETCH;
            found.addAll(0, between(next, at));
            at = next;
        }
        if (found.size() <= number) {
            return found;
        }
        int from = found.size() - number;
        long firstSecond = found.get(from).second();
        while (from > 0 && found.get(from - 1).second() == firstSecond) {
            from--;
        }
        return List.copyOf(found.subList(from, found.size()));
    }

    /** Goes back over a stretch in which the instrument rests. */
    private long skipRest(long at) {
        if (at > history.past().end()) {
            return at;
        }
        TradingSession session = history.instrument().sessionAtOrBefore(at - 1);
        long end = (regularHours ? session.close() : session.end()).getEpochSecond();
        long begin = (regularHours ? session.open() : session.begin()).getEpochSecond();
        return at <= begin ? session.begin().getEpochSecond() : Math.min(at, end);
    }

    private List<Tick> between(long from, long to) {
        List<Tick> ticks = history.ticks(kind == Kind.TRADES, from, to, regularHours);
        if (!ignoresSize || kind != Kind.BID_ASK) {
            return ticks;
        }
        List<Tick> changed = new ArrayList<>();
        for (Tick tick : ticks) {
            if (changed.isEmpty() || hasOtherPrice(changed.getLast(), tick)) {
                changed.add(tick);
            }
        }
        return changed;
    }

    private static boolean hasOtherPrice(Tick one, Tick other) {
        return !(one instanceof Tick.Quote before
                && other instanceof Tick.Quote after
                && before.bid() == after.bid()
                && before.ask() == after.ask());
    }
}
