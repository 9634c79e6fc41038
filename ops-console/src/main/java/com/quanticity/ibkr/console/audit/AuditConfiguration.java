package com.quanticity.ibkr.console.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditStore auditStore(JdbcTemplate database, PlatformTransactionManager transactions, Clock clock) {
        return new AuditStore(database, transactions, clock);
    }

    @Bean
    AuditLog auditLog(AuditStore store, Clock clock, MeterRegistry meters) {
        return new AuditLog(store, clock, meters);
    }
}
