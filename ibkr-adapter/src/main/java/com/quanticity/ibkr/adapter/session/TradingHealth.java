package com.quanticity.ibkr.adapter.session;

import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.Impairment;
import com.quanticity.ibkr.model.session.SessionState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Would a new order pass now? UP when the session is READY and a fresh trading state says ACTIVE. */
@Component("tradingState")
class TradingHealth implements HealthIndicator {

    private final GatewaySession session;
    private final TradingStateView tradingState;

    TradingHealth(GatewaySession session, TradingStateView tradingState) {
        this.session = session;
        this.tradingState = tradingState;
    }

    @Override
    public Health health() {
        SessionState state = session.state();
        String trading = tradingState.fresh().map(fresh -> fresh.state().name()).orElse("UNKNOWN");
        boolean up = state == SessionState.READY && tradingState.isActive();
        return (up ? Health.up() : Health.outOfService())
                .withDetail("session", state.name())
                .withDetail("tradingState", trading)
                .withDetail(
                        "impairments",
                        session.impairments().stream().map(Impairment::text).toList())
                .build();
    }
}
