package com.quanticity.ibkr.simulator.past;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All there is of one instrument: its past and what the running market did.
 *
 * @param calendar the hours of the running market
 */
public record InstrumentHistory(Instrument instrument, Past past, LiveTape tape, TradingCalendar calendar) {

    /** Bars in time order; the running market's part of a day comes in minutes. */
    public void bars(Series series, Step step, long from, long to, boolean regularHours, Consumer<Bar> sink) {
        past.bars(series, step, from, Math.min(to, past.end()), regularHours, sink);
        if (to > past.end()) {
            tape.bars(series, step, Math.max(from, past.end()), to, bar -> {
                if (isWanted(bar.start(), regularHours)) {
                    sink.accept(bar);
                }
            });
        }
    }

    /** The past alone. */
    public InstrumentHistory withoutTape() {
        return new InstrumentHistory(instrument, past, new LiveTape(), calendar);
    }

    public List<Tick> ticks(boolean trades, long from, long to, boolean regularHours) {
        List<Tick> ticks = new ArrayList<>(past.ticks(trades, from, Math.min(to, past.end()), regularHours));
        tape.ticks(trades, Math.max(from, past.end()), to).stream()
                .filter(tick -> isWanted(tick.second(), regularHours))
                .forEach(ticks::add);
        return ticks;
    }

    private boolean isWanted(long second, boolean regularHours) {
        return !regularHours
                || calendar.phaseAt(instrument.hours(), Instant.ofEpochSecond(second))
                        .isRegularHours();
    }
}
