package com.quanticity.ibkr.model.risk;

import java.time.Duration;
import java.time.Instant;

/**
 * The trading state of the firm, published by the risk-manager on change and repeated every few seconds. Whoever has not heard it
 * for {@link #VALIDITY} must treat it as unknown and deny.
 *
 * @param state the state
 * @param version grows by one with each change
 * @param by who changed it: a user or a service
 * @param reason why, in the words of who changed it
 * @param since when it was changed
 * @param at when this repetition was published
 */
public record RiskState(TradingState state, long version, String by, String reason, Instant since, Instant at) {

    /** How long a publication holds. */
    public static final Duration VALIDITY = Duration.ofSeconds(10);

    /** How often the risk-manager repeats it. */
    public static final Duration REPEAT = Duration.ofSeconds(2);

    /** True when the publication is too old to be believed. */
    public boolean isStale(Instant now) {
        return now.isAfter(at.plus(VALIDITY));
    }
}
