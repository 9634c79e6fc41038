package com.quanticity.ibkr.gateway.pacing;

import java.time.Duration;

/** Whether a query for the past may leave. */
public sealed interface HistoryAnswer {

    /** Now; it has been counted. */
    record Go() implements HistoryAnswer {}

    /** Not before so long; nothing was counted. */
    record Wait(Duration pause, Rule rule) implements HistoryAnswer {}

    /** Why a query waits. */
    enum Rule {
        PER_MINUTE(true),
        PER_TEN_MINUTES(true),
        OPEN_QUERIES(true),
        /** Whoever counts for all sessions cannot be asked. */
        NOT_SHARED(true),
        IDENTICAL(false),
        SAME_SERIES(false);

        private final boolean forAll;

        Rule(boolean forAll) {
            this.forAll = forAll;
        }

        /** True when every other query has to wait as well. */
        public boolean forAll() {
            return forAll;
        }
    }
}
