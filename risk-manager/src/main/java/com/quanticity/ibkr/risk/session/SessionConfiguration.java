package com.quanticity.ibkr.risk.session;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.stream.SessionReporter;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Wires the session. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    SessionReporter sessionReporter(
            StreamBus bus, StringRedisTemplate redis, ObjectProvider<GatewaySession> session, Clock clock) {
        return new SessionReporter(bus, redis, () -> session.getObject().status(), clock);
    }

    @Bean
    GatewaySession riskSession(
            GatewaySessionFactory factory, SessionReporter reporter, List<SessionListener> features) {
        return factory.create(session -> new SessionFanOut(reporter, features));
    }

    @Bean
    SessionLifecycle sessionLifecycle(GatewaySession session, SessionReporter reporter) {
        return new SessionLifecycle(session, reporter);
    }
}
