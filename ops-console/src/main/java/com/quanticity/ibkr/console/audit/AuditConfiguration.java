package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.ConsoleProperties;
import com.quanticity.ibkr.console.alarm.ConsoleAlarms;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The chain, who writes it, who reads it, and its daily copies. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration EXPORT_CHECK = Duration.ofMinutes(15);

    @Bean
    AuditStore auditStore(JdbcTemplate database, PlatformTransactionManager transactions, Clock clock) {
        return new AuditStore(database, transactions, clock);
    }

    @Bean
    AuditLog auditLog(AuditStore store, Clock clock, MeterRegistry meters) {
        return new AuditLog(store, clock, meters);
    }

    @Bean
    AuditWriter auditWriter(StreamBus bus, AuditStore store, AuditLog own, Clock clock) {
        return new AuditWriter(bus, store, own, clock);
    }

    @Bean
    Regularly auditWatch(
            StreamBus bus,
            AuditWriter writer,
            AuditLog own,
            ConsoleAlarms alarms,
            ConsoleProperties properties,
            Clock clock,
            MeterRegistry meters) {
        AuditWatch watch =
                new AuditWatch(bus, writer, own, alarms, properties.audit().behindAfter(), clock, meters);
        return new Regularly("audit-watch", LOOK, watch::look);
    }

    @Bean
    AuditSearch auditSearch(JdbcTemplate database) {
        return new AuditSearch(database);
    }

    @Bean
    RetentionReport retentionReport(JdbcTemplate database, ConsoleProperties properties, Clock clock) {
        return new RetentionReport(database, properties.audit(), clock);
    }

    @Bean
    DailyExport dailyExport(
            AuditStore store,
            JdbcTemplate database,
            ConsoleProperties properties,
            ConsoleAlarms alarms,
            Clock clock,
            MeterRegistry meters) {
        AuditProperties audit = properties.audit();
        return new DailyExport(
                store, new ExportedDays(database), DayTarget.of(audit.export()), audit, alarms, clock, meters);
    }

    @Bean
    Regularly dailyExports(DailyExport export) {
        return new Regularly("audit-export", EXPORT_CHECK, export::exportWhatIsOver);
    }
}
