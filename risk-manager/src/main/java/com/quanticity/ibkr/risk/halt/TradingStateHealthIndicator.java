package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.risk.TradingState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while new orders may leave. Part of the group {@code trading} only: a halted firm has healthy services. */
final class TradingStateHealthIndicator implements HealthIndicator {

    private final TradingControl control;

    TradingStateHealthIndicator(TradingControl control) {
        this.control = control;
    }

    @Override
    public Health health() {
        TradingChange current = control.current();
        Health.Builder health = current.state() == TradingState.ACTIVE ? Health.up() : Health.outOfService();
        return health.withDetail("state", current.state())
                .withDetail("version", current.version())
                .withDetail("since", current.since())
                .withDetail("stored", control.isStored())
                .build();
    }
}
