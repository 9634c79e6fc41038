package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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

    @Bean
    @ConditionalOnMissingBean
    GatewayBinding gatewayBinding(ObjectProvider<Clock> clock) {
        return GatewayBindings.nativeBinding(clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(GatewaySessionFactory.class)
    ConfiguredSessions gatewaySessionFactory(
            GatewayProperties properties,
            GatewayBinding binding,
            ObjectProvider<Clock> clock,
            ObjectProvider<MeterRegistry> registry) {
        return new ConfiguredSessions(
                properties.toSettings(),
                binding,
                clock.getIfAvailable(Clock::systemUTC),
                registry.getIfAvailable(CompositeMeterRegistry::new));
    }

    /** Component {@code gatewaySession} of health; not part of liveness: a service without its gateway is not to be restarted. */
    @Bean
    @ConditionalOnBean(ConfiguredSessions.class)
    @ConditionalOnMissingBean(name = "gatewaySessionHealthIndicator")
    SessionHealthIndicator gatewaySessionHealthIndicator(ConfiguredSessions sessions) {
        return new SessionHealthIndicator(sessions);
    }
}
