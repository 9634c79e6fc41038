package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.session.ManagedSession;
import com.quanticity.ibkr.gateway.internal.thread.ControlThread;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Function;

/** Makes sessions without Spring, for tools and tests. Services use {@link GatewaySessionFactory}. */
public final class GatewaySessions {

    private GatewaySessions() {}

    /** A session that is not started yet; the function gets it and returns its listener. */
    public static GatewaySession create(
            SessionSettings settings,
            GatewayBinding binding,
            Clock clock,
            MeterRegistry registry,
            Function<GatewaySession, SessionListener> listener) {
        return create(settings, binding, clock, registry, SessionSharing.alone(clock), listener);
    }

    /** The same, sharing client ids and budgets with other processes. */
    public static GatewaySession create(
            SessionSettings settings,
            GatewayBinding binding,
            Clock clock,
            MeterRegistry registry,
            SessionSharing sharing,
            Function<GatewaySession, SessionListener> listener) {
        return new ManagedSession(
                settings,
                binding,
                new ControlThread("gateway-session-" + settings.clientId()),
                clock,
                new SessionMeters(registry, settings.clientId()),
                sharing,
                listener);
    }
}
