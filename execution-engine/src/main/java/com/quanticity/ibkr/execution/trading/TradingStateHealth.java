package com.quanticity.ibkr.execution.trading;

import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Shows the trading state. Its own words, REDUCING and HALTED, count in the health group {@code trading} only: a halt is no fault of
 * this service.
 */
final class TradingStateHealth implements HealthIndicator {

    private final TradingStateView view;
    private final Clock clock;

    TradingStateHealth(TradingStateView view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    @Override
    public Health health() {
        return view.last()
                .map(this::health)
                .orElseGet(() -> Health.unknown()
                        .withDetail("reason", "no trading state heard yet; check the risk-manager")
                        .build());
    }

    private Health health(RiskState state) {
        boolean stale = state.isStale(clock.instant());
        return Health.status(stale ? Status.UNKNOWN : status(state.state()))
                .withDetail("state", state.state())
                .withDetail("stale", stale)
                .withDetail("version", state.version())
                .withDetail("by", state.by())
                .withDetail("reason", state.reason())
                .withDetail("since", state.since())
                .withDetail("at", state.at())
                .build();
    }

    private static Status status(TradingState state) {
        return switch (state) {
            case ACTIVE -> Status.UP;
            case REDUCING, HALTED -> new Status(state.name());
        };
    }
}
