package com.quanticity.ibkr.risk.audit;

import com.quanticity.ibkr.risk.lifecycle.Step;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.audit.AuditOutbox;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    private static final String TABLE = "risk.audit_outbox";

    @Bean(destroyMethod = "")
    AuditOutbox auditOutbox(JdbcTemplate database, StreamBus bus, MeterRegistry meters) {
        return new AuditOutbox(database, TABLE, bus, meters);
    }

    @Bean
    StartStop auditOutboxLifecycle(AuditOutbox outbox) {
        return new StartStop(Step.DELIVER, outbox::start, outbox::close);
    }
}
