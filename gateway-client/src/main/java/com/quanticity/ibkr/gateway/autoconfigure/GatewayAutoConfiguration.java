package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.capture.WireCapture;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.gateway.subscription.QuietTimes;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Wires the session of a service. The service makes it with the factory and starts it. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        })
@ConditionalOnProperty(name = "ibkr.gateway.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GatewayProperties.class)
public class GatewayAutoConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    WireCapture wireCapture(GatewayProperties properties, ObjectProvider<Clock> clock) {
        ClientIdOwner owner = properties.owner();
        String name = owner == null ? "session" : owner.component();
        return new WireCapture(properties.capture().folder(), name, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(GatewaySessionFactory.class)
    ConfiguredSessions gatewaySessionFactory(
            GatewayProperties properties,
            ObjectProvider<GatewayBinding> offered,
            WireCapture capture,
            ObjectProvider<SessionSharing> sharing,
            ObjectProvider<QuietTimes> quietTimes,
            ObjectProvider<Clock> clock,
            ObjectProvider<MeterRegistry> registry) {
        Clock time = clock.getIfAvailable(Clock::systemUTC);
        return new ConfiguredSessions(
                properties.toSettings(quietTimes.getIfAvailable(() -> QuietTimes.UNKNOWN)),
                properties
                        .binding()
                        .choose(offered.orderedStream().toList(), () -> GatewayBindings.nativeBinding(time, capture)),
                time,
                sharing.getIfAvailable(() -> notShared(properties, time)),
                registry.getIfAvailable(CompositeMeterRegistry::new));
    }

    /** The planned outages of the gateway, for whoever must keep clear of them. */
    @Bean
    @ConditionalOnMissingBean
    MaintenanceCalendar maintenanceCalendar(GatewayProperties properties) {
        return properties.maintenance().calendar();
    }

    private static SessionSharing notShared(GatewayProperties properties, Clock clock) {
        if (properties.lease().mode() == LeaseProperties.Mode.REQUIRED) {
            throw new IllegalStateException("ibkr.gateway.lease.mode is REQUIRED and the application has no Redis;"
                    + " add spring-boot-starter-data-redis, or set it to OFF when nobody else uses the gateway");
        }
        return SessionSharing.alone(clock, properties.pacing().history().limits(), properties.manualOrders());
    }

    /** Component {@code gatewaySession} of health, for the trading group: may orders leave? */
    @Bean
    @ConditionalOnBean(ConfiguredSessions.class)
    @ConditionalOnMissingBean(name = "gatewaySessionHealthIndicator")
    SessionHealthIndicator gatewaySessionHealthIndicator(ConfiguredSessions sessions) {
        return new SessionHealthIndicator(sessions);
    }

    /** Component {@code gatewayAlive} of health, for the liveness group. */
    @Bean
    @ConditionalOnBean(ConfiguredSessions.class)
    HealthIndicator gatewayAliveHealthIndicator(ConfiguredSessions sessions) {
        return GatewayHealth.ALIVE.of(sessions);
    }

    /** Component {@code gatewayRunning} of health, for the readiness group. */
    @Bean
    @ConditionalOnBean(ConfiguredSessions.class)
    HealthIndicator gatewayRunningHealthIndicator(ConfiguredSessions sessions) {
        return GatewayHealth.RUNNING.of(sessions);
    }

    @Bean
    @ConditionalOnBean(ConfiguredSessions.class)
    WireCaptureEndpoint wireCaptureEndpoint(WireCapture capture, GatewayProperties properties) {
        return new WireCaptureEndpoint(capture, properties.capture());
    }

    @Bean
    @ConditionalOnBean(ConfiguredSessions.class)
    GatewayChoiceEndpoint gatewayChoiceEndpoint(ConfiguredSessions sessions) {
        return new GatewayChoiceEndpoint(sessions);
    }
}
