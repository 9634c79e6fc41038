package com.quanticity.ibkr.risk.session;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import com.quanticity.ibkr.gateway.session.SessionFanOut;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.risk.lifecycle.Step;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.SessionReporter;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Wires the session. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean(destroyMethod = "")
    SessionReporter sessionReporter(
            StreamBus bus, StringRedisTemplate redis, ObjectProvider<GatewaySession> session, Clock clock) {
        return new SessionReporter(bus, redis, () -> session.getObject().status(), clock);
    }

    @Bean(destroyMethod = "")
    GatewaySession riskSession(
            GatewaySessionFactory factory, SessionReporter reporter, List<SessionListener> features) {
        // The report first, so that the platform hears of a state before what the features make of it.
        List<SessionListener> all = new ArrayList<>(List.of(new SessionReport(reporter)));
        all.addAll(features);
        SessionFanOut fanOut = new SessionFanOut();
        fanOut.join(all);
        return factory.create(session -> fanOut);
    }

    @Bean
    StartStop sessionReporterLifecycle(SessionReporter reporter) {
        return new StartStop(Step.ANNOUNCE, reporter::start, reporter::close);
    }

    @Bean
    StartStop sessionLifecycle(GatewaySession session) {
        return new StartStop(Step.CONNECT, session::start, session::close);
    }
}
