package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.internal.failover.GatewayChoice;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The part of the status that the control thread decides, published as one immutable value. */
public record View(
        SessionState state,
        Instant since,
        @Nullable Integer serverVersion,
        long connection,
        @Nullable Integer errorCode,
        String reason,
        int attempt,
        @Nullable Instant nextAttemptAt,
        String gateway,
        GatewayRole role) {

    static View of(LifeState state, Instant since, int failures, GatewayChoice gateways) {
        return new View(
                state.name(),
                since,
                state.serverVersion(),
                state.connection(),
                state.errorCode(),
                state.reason(),
                failures,
                state.nextAttemptAt(),
                gateways.address(),
                gateways.role());
    }
}
