package com.quanticity.ibkr.adapter.audit;

import com.quanticity.ibkr.adapter.journal.OrderOutbox;
import com.quanticity.ibkr.adapter.session.SessionDecorator;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Commands, requests and callbacks on the audit record. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    WireAudit wireAudit(Clock clock) {
        return new WireAudit(clock);
    }

    @Bean
    RequestAudit requestAudit(OrderOutbox outbox, Clock clock) {
        return new RequestAudit(outbox, clock);
    }

    @Bean
    SessionDecorator recordedSession(OrderOutbox outbox, WireAudit wire, Clock clock) {
        return session -> RecordedSession.of(session, outbox, wire, clock);
    }

    /** Hears before the parts that make facts of it, so that the record shows the cause first. */
    @Bean
    @Order(1)
    CallbackAudit callbackAudit(OrderOutbox outbox, WireAudit wire, Clock clock) {
        return new CallbackAudit(outbox, wire, clock);
    }
}
