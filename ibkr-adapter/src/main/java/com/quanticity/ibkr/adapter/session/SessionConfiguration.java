package com.quanticity.ibkr.adapter.session;

import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import com.quanticity.ibkr.gateway.session.SessionFanOut;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.SessionReporter;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The session, who hears it, and who reports it. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    SessionFanOut sessionFanOut() {
        return new SessionFanOut();
    }

    @Bean(destroyMethod = "")
    GatewaySession gatewaySession(
            GatewaySessionFactory factory, SessionFanOut all, ObjectProvider<SessionDecorator> decorators) {
        GatewaySession session = factory.create(_ -> all);
        for (SessionDecorator decorator : decorators) {
            session = decorator.decorate(session);
        }
        return session;
    }

    @Bean(destroyMethod = "")
    SessionReporter sessionReporter(StreamBus bus, StringRedisTemplate redis, GatewaySession session, Clock clock) {
        return new SessionReporter(bus, redis, session::status, clock);
    }

    /** First to hear, so that the log shows the state before what it causes. */
    @Bean
    @Order(0)
    SessionPublisher sessionPublisher(SessionReporter reporter) {
        return new SessionPublisher(reporter);
    }

    @Bean
    StartStop sessionReportLifecycle(SessionReporter reporter) {
        return new StartStop(Step.PUBLISH, reporter::start, reporter::close);
    }

    @Bean
    StartStop sessionLifecycle(GatewaySession session, SessionFanOut all, List<SessionParticipant> participants) {
        return new StartStop(
                Step.CONNECT,
                () -> {
                    all.join(participants);
                    session.start();
                },
                session::close);
    }
}
