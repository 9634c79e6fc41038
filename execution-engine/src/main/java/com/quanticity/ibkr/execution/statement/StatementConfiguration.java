package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.execution.Upkeep;
import com.quanticity.ibkr.execution.alarm.EngineAlarms;
import com.quanticity.ibkr.execution.reconcile.Comparisons;
import com.quanticity.ibkr.execution.reconcile.StatedTrades;
import com.quanticity.ibkr.execution.reconcile.witness.BrokerPositions;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** File → statement → report → discrepancies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatementProperties.class)
class StatementConfiguration {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    Statements statements(JdbcClient jdbc) {
        return new Statements(jdbc);
    }

    @Bean
    StatedTrades statedTrades(Statements statements, StatementProperties properties) {
        return new ImportedTrades(statements, properties.zone());
    }

    @Bean
    BookedDays bookedDays(JdbcClient jdbc, BrokerPositions brokers, StatementProperties properties) {
        return new BookedDays(jdbc, brokers, properties.zone());
    }

    @Bean
    StatementDesk statementDesk(Statements statements, BookedDays days, Comparisons comparisons, Clock clock) {
        return new StatementDesk(statements, days, comparisons, clock);
    }

    @Bean
    Upkeep statementUpkeep(
            StatementDesk desk,
            Statements statements,
            BookedDays days,
            EngineAlarms alarms,
            StatementProperties properties,
            Clock clock) {
        BusinessDays business = BusinessDays.of(properties.holidays());
        LocalTime expectedBy = properties.expectedBy();
        MissingStatements missing = expectedBy == null
                ? null
                : new MissingStatements(statements, days, business, properties.zone(), expectedBy, clock);
        return new Upkeep("statements", EVERY, () -> {
            Path folder = properties.folder();
            if (folder != null) {
                new StatementFolder(folder, desk, clock).look();
            }
            desk.compareStanding();
            if (missing != null) {
                alarms.show(AlarmKind.STATEMENT_MISSING, missing.find());
            }
        });
    }
}
