package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Trading state of the firm.
 *
 * @param initialTradingState state of an empty database, {@code ACTIVE} or {@code HALTED}; no default, it must be written. Without
 *     effect once a state is stored
 * @param resumeValidity how long the approval of a resume holds before it must be given again; default 1 minute
 */
@ConfigurationProperties(value = "ibkr.risk", ignoreUnknownFields = false)
record TradingStateProperties(
        @Nullable TradingState initialTradingState,
        @DefaultValue("1m") Duration resumeValidity) {

    TradingStateProperties {
        if (initialTradingState == null || initialTradingState == TradingState.REDUCING) {
            throw new IllegalArgumentException("ibkr.risk.initial-trading-state must be ACTIVE or HALTED, was "
                    + (initialTradingState == null ? "not set" : initialTradingState)
                    + "; write it in the configuration or pass --ibkr.risk.initial-trading-state=HALTED");
        }
        if (!resumeValidity.isPositive()) {
            throw new IllegalArgumentException(
                    "ibkr.risk.resume-validity must be positive, was " + resumeValidity + "; write for example 1m");
        }
    }

    /** The initial state, never null. */
    TradingState initial() {
        return Objects.requireNonNull(initialTradingState);
    }
}
