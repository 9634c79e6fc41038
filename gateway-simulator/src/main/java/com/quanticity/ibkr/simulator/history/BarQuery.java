package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.past.Instrument;
import com.quanticity.ibkr.simulator.past.InstrumentHistory;
import java.time.Instant;

/**
 * A request for bars that makes sense.
 *
 * @param end exclusive
 * @param formatDate 1 text, 2 epoch seconds for intraday bars, 3 the day only
 */
record BarQuery(
        InstrumentHistory history,
        Instant end,
        BarSpan span,
        BarSize size,
        WhatToShow kind,
        boolean regularHours,
        int formatDate,
        boolean keepUpToDate) {

    Instrument instrument() {
        return history.instrument();
    }

    /** The moment before which everything counts, epoch second: a running second counts as far as it is known. */
    long endSecond() {
        return end.getEpochSecond() + (end.getNano() > 0 ? 1 : 0);
    }

    long from() {
        return span.from(history, endSecond(), regularHours);
    }

    /** Reads the files that the answer needs, so that it comes quickly afterwards. On any thread. */
    boolean fetch() {
        BarQuery past =
                new BarQuery(history.withoutTape(), end, span, size, kind, regularHours, formatDate, keepUpToDate);
        return BarAssembler.assemble(past, past.from()).isEmpty();
    }

    BarQuery endingAt(Instant other) {
        return new BarQuery(history, other, span, size, kind, regularHours, formatDate, keepUpToDate);
    }
}
