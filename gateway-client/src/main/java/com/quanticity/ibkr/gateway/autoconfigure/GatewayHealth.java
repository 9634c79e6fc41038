package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The first two of the three answers about a session. They do not depend on the gateway: a service whose gateway is away is neither to be
 * restarted nor taken out of service. The third, whether orders may leave, is {@link SessionHealthIndicator}.
 */
enum GatewayHealth {
    /** Component {@code gatewayAlive}, for the liveness group: the session's own thread works. */
    ALIVE {
        @Override
        Health health(GatewaySession session) {
            boolean works = session.state() == SessionState.CLOSED || session.isAlive(PATIENCE);
            return works
                    ? Health.up().build()
                    : Health.down()
                            .withDetail(
                                    "reason",
                                    "the session's control thread does not answer; restart this service, orders stay at the broker")
                            .build();
        }

        @Override
        Health absent() {
            return Health.up().build();
        }
    },

    /** Component {@code gatewayRunning}, for the readiness group: the session is made and not ended. */
    RUNNING {
        @Override
        Health health(GatewaySession session) {
            SessionState state = session.state();
            return (state == SessionState.CLOSED ? Health.outOfService() : Health.up())
                    .withDetail("state", state)
                    .build();
        }

        @Override
        Health absent() {
            return Health.outOfService()
                    .withDetail("reason", "the session is not made yet")
                    .build();
        }
    };

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    abstract Health health(GatewaySession session);

    abstract Health absent();

    HealthIndicator of(ConfiguredSessions sessions) {
        return () -> {
            Optional<GatewaySession> session = sessions.session();
            return session.isPresent() ? health(session.get()) : absent();
        };
    }
}
