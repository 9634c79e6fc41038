package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.session.SessionOutlook;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Component {@code gatewaySession}, for the trading group: UP when the session is READY, OUT_OF_SERVICE with the reason otherwise;
 * {@code plannedUntil} tells an outage by schedule from a failure.
 */
final class SessionHealthIndicator implements HealthIndicator {

    private final ConfiguredSessions sessions;

    SessionHealthIndicator(ConfiguredSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Health health() {
        Optional<GatewaySession> session = sessions.session();
        return session.isPresent()
                ? health(session.get().status())
                : Health.outOfService()
                        .withDetail("reason", "the session is not made yet")
                        .build();
    }

    private Health health(SessionStatus status) {
        Health.Builder health = status.state() == SessionState.READY ? Health.up() : Health.outOfService();
        health.withDetail("state", status.state())
                .withDetail("reason", status.reason())
                .withDetail("since", status.since())
                .withDetail("clientId", status.clientId().value())
                .withDetail("gateway", status.gateway())
                .withDetail("binding", sessions.bindingName())
                .withDetail("connection", status.connection())
                .withDetail("attempt", status.attempt());
        SessionOutlook outlook = status.outlook();
        health.withDetail("takesOrders", outlook.takesOrders()).withDetail("impairments", outlook.impairments());
        if (outlook.lease() != null) {
            health.withDetail("lease", outlook.lease());
        }
        if (outlook.plannedUntil() != null) {
            health.withDetail("plannedUntil", outlook.plannedUntil());
        }
        if (outlook.clockSkewMillis() != null) {
            health.withDetail("clockSkewMillis", outlook.clockSkewMillis());
        }
        if (status.serverVersion() != null) {
            health.withDetail("serverVersion", status.serverVersion());
        }
        if (status.lastMessageAt() != null) {
            health.withDetail("lastMessageAt", status.lastMessageAt());
        }
        if (status.nextAttemptAt() != null) {
            health.withDetail("nextAttemptAt", status.nextAttemptAt());
        }
        return health.build();
    }
}
