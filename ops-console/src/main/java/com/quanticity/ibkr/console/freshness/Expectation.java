package com.quanticity.ibkr.console.freshness;

import com.quanticity.ibkr.model.risk.RiskState;
import java.time.Duration;
import java.time.Instant;

/**
 * How old a datum may be. Source: console design, section 5.
 *
 * @param caution from this age on it says so
 * @param stale from this age on it is not to be relied on
 */
public record Expectation(Duration caution, Duration stale) {

    /** Repeated each second by its service. */
    public static final Expectation SESSION = ofSeconds(3, 10);

    /** Asked each second. */
    public static final Expectation SERVICE = ofSeconds(3, 10);

    /** Sent, not acknowledged. */
    public static final Expectation IN_FLIGHT = ofSeconds(2, 10);

    public static final Expectation POSITION = ofSeconds(90, 180);

    /** The broker sends them every three minutes. */
    public static final Expectation ACCOUNT_VALUE = ofSeconds(240, 400);

    public static final Expectation TRADING_STATE =
            new Expectation(RiskState.REPEAT.multipliedBy(2), RiskState.VALIDITY);

    private static Expectation ofSeconds(long caution, long stale) {
        return new Expectation(Duration.ofSeconds(caution), Duration.ofSeconds(stale));
    }

    /** A datum of the future, by clocks that differ, is fresh. */
    public Freshness of(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        if (age.compareTo(stale) >= 0) {
            return Freshness.STALE;
        }
        return age.compareTo(caution) >= 0 ? Freshness.CAUTION : Freshness.FRESH;
    }
}
