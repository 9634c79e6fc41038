package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import com.quanticity.ibkr.gateway.session.GatewaySessions;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the one session of the service, remembers it for health, and closes it at shutdown at the latest. */
final class ConfiguredSessions implements GatewaySessionFactory, AutoCloseable {

    private final SessionSettings settings;
    private final GatewayBinding binding;
    private final Clock clock;
    private final SessionSharing sharing;
    private final MeterRegistry registry;
    private final AtomicReference<@Nullable GatewaySession> session = new AtomicReference<>();

    ConfiguredSessions(
            SessionSettings settings,
            GatewayBinding binding,
            Clock clock,
            SessionSharing sharing,
            MeterRegistry registry) {
        this.settings = settings;
        this.binding = binding;
        this.clock = clock;
        this.sharing = sharing;
        this.registry = registry;
    }

    @Override
    public GatewaySession create(Function<GatewaySession, SessionListener> listener) {
        GatewaySession made = GatewaySessions.create(settings, binding, clock, registry, sharing, listener);
        if (!session.compareAndSet(null, made)) {
            made.close();
            throw new IllegalStateException("client id " + settings.connect().clientId()
                    + " has a session already; inject that one instead of making another");
        }
        return made;
    }

    SessionSettings settings() {
        return settings;
    }

    String bindingName() {
        return binding.name();
    }

    Optional<GatewaySession> session() {
        return Optional.ofNullable(session.get());
    }

    @Override
    public void close() {
        session().ifPresent(GatewaySession::close);
    }
}
