package com.quanticity.ibkr.adapter.uw;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a symbol's deviation is an alarm: when every compared price was beyond the limit for a time; over when every one was within
 * the lower limit for a time. Prices that cannot be compared change nothing. Not thread-safe.
 */
final class DeviationWatch {

    private final UwProperties rules;
    private boolean raised;
    private @Nullable Instant since;

    DeviationWatch(UwProperties rules) {
        this.rules = rules;
    }

    enum Change {
        NONE,
        RAISED,
        CLEARED
    }

    /** @param deviation in basis points, with sign */
    Change on(BigDecimal deviation, Instant at) {
        BigDecimal size = deviation.abs();
        boolean isOtherSide = raised ? size.compareTo(rules.clearLimit()) <= 0 : size.compareTo(rules.limit()) > 0;
        if (!isOtherSide) {
            since = null;
            return Change.NONE;
        }
        Instant begun = since == null ? at : since;
        since = begun;
        if (at.isBefore(begun.plus(raised ? rules.clearAfter() : rules.raiseAfter()))) {
            return Change.NONE;
        }
        raised = !raised;
        since = null;
        return raised ? Change.RAISED : Change.CLEARED;
    }
}
