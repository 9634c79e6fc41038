package com.quanticity.ibkr.model.risk;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One limit. Zero means zero, never "off".
 *
 * @param scope what it is about
 * @param kind what it limits
 * @param value the most that is allowed, in the unit of the kind; not negative
 * @param window the span of time of a windowed kind, null for every other
 */
public record Limit(
        RiskScope scope,
        LimitKind kind,
        BigDecimal value,
        @Nullable Duration window) {

    public Limit {
        if (!kind.isFor(scope.kind())) {
            throw new IllegalArgumentException(kind + " cannot be set for " + scope + "; use another scope");
        }
        if (value.signum() < 0) {
            throw new IllegalArgumentException(
                    kind + " of " + scope + " must not be negative, was " + value.toPlainString());
        }
        if (kind.isWindowed() != (window != null)) {
            throw new IllegalArgumentException(kind + " of " + scope
                    + (kind.isWindowed() ? " needs a window such as PT10S" : " has no window; leave it out"));
        }
        if (window != null && !window.isPositive()) {
            throw new IllegalArgumentException(
                    "the window of " + kind + " of " + scope + " must be positive, was " + window);
        }
    }

    public static Limit of(RiskScope scope, LimitKind kind, String value) {
        return new Limit(scope, kind, new BigDecimal(value), null);
    }

    public static Limit of(RiskScope scope, LimitKind kind, String value, Duration window) {
        return new Limit(scope, kind, new BigDecimal(value), window);
    }
}
