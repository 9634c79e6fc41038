package com.quanticity.ibkr.gateway.internal.failover;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.model.session.GatewayRole;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.util.concurrent.TimeUnit;

/** One gateway and the breaker that says whether it failed too often. */
final class Side {

    private static final CircuitBreakerConfig THREE_IN_A_ROW = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(GatewayChoice.FAILURES)
            .minimumNumberOfCalls(GatewayChoice.FAILURES)
            .failureRateThreshold(100)
            .build();

    private static final int AS_CONFIGURED = 0;

    private final GatewayRole role;
    private final ConnectSettings configured;
    private final CircuitBreaker breaker;
    private ConnectSettings settings;
    private int movedTo = AS_CONFIGURED;
    private boolean useConfiguredPort = true;

    Side(GatewayRole role, ConnectSettings configured) {
        this.role = role;
        this.configured = configured;
        this.settings = configured;
        this.breaker = CircuitBreaker.of(role + " " + configured.address(), THREE_IN_A_ROW);
    }

    GatewayRole role() {
        return role;
    }

    /** Address of the last attempt, or of the first. */
    ConnectSettings settings() {
        return settings;
    }

    ConnectSettings nextAttempt() {
        settings = useConfiguredPort ? configured : configured.withAddress(configured.host(), movedTo);
        return settings;
    }

    void failed(String message) {
        breaker.onError(0, TimeUnit.NANOSECONDS, new ConnectFailedException(message));
        if (movedTo != AS_CONFIGURED) {
            // The new port may have been a slip that somebody put right again: try both in turn.
            useConfiguredPort = !useConfiguredPort;
        }
    }

    void succeeded() {
        breaker.reset();
        if (useConfiguredPort) {
            movedTo = AS_CONFIGURED;
        }
    }

    boolean isTripped() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    void forgive() {
        breaker.reset();
    }

    void moveTo(int port) {
        movedTo = port;
        useConfiguredPort = port == configured.port();
    }

    boolean isMoved() {
        return !useConfiguredPort;
    }

    /** What the breaker counts. */
    private static final class ConnectFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ConnectFailedException(String message) {
            super(message, null, false, false);
        }
    }
}
