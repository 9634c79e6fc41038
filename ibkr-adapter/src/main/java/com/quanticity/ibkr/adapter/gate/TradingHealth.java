package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.gate.GateReadiness.Gap;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.Impairment;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.SessionState;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Would a new order pass now? UP when the session is READY, a fresh trading state says ACTIVE and the gate knows what it needs. */
@Component("tradingState")
class TradingHealth implements HealthIndicator {

    private final GatewaySession session;
    private final TradingStateView tradingState;
    private final GateReadiness gate;

    TradingHealth(GatewaySession session, TradingStateView tradingState, GateReadiness gate) {
        this.session = session;
        this.tradingState = tradingState;
        this.gate = gate;
    }

    @Override
    public Health health() {
        SessionState state = session.state();
        String trading = tradingState.fresh().map(fresh -> fresh.state().name()).orElse("UNKNOWN");
        List<DenialReason> missing = gate.gaps().stream().map(Gap::reason).toList();
        boolean up = state == SessionState.READY && tradingState.isActive() && missing.isEmpty();
        return (up ? Health.up() : Health.outOfService())
                .withDetail("session", state.name())
                .withDetail("tradingState", trading)
                .withDetail("gate", missing)
                .withDetail(
                        "impairments",
                        session.impairments().stream().map(Impairment::text).toList())
                .build();
    }
}
