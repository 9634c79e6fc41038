package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.past.Bar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bar of the size that was asked for.
 *
 * @param date of its last trading day; null for bars shorter than a day
 */
record DatedBar(Bar bar, @Nullable LocalDate date) {

    DatedBar and(DatedBar later) {
        return new DatedBar(bar.and(later.bar), later.date);
    }
}
