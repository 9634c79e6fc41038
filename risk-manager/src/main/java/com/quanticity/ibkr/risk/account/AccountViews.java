package com.quanticity.ibkr.risk.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What health, meters and REST read of the two books. Thread-safe.
 *
 * @param oldest how old a complete summary may be and still count as young
 */
record AccountViews(SummaryBook summary, PositionBook positions, Duration oldest) {

    /** Time since the last complete summary; empty when there was none on this connection. */
    Optional<Duration> summaryAge(Instant now) {
        return Optional.ofNullable(summary.view().completeAt()).map(at -> Duration.between(at, now));
    }

    boolean isSummaryYoung(Instant now) {
        return summaryAge(now).filter(age -> age.compareTo(oldest) <= 0).isPresent();
    }

    boolean arePositionsKnown() {
        return positions.view().isKnown();
    }
}
