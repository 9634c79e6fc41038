package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal before the wire and the outbox behind it. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean
    OrderJournal orderJournal(JdbcTemplate database) {
        return new OrderJournal(database, ClientIdOwner.IBKR_ADAPTER.clientId());
    }

    @Bean
    JournalWriter journalWriter(OrderJournal journal, AdapterProperties properties, Clock clock) {
        return new JournalWriter(journal, properties.orders().journalDeadline(), clock);
    }

    @Bean(destroyMethod = "")
    OrderOutbox orderOutbox(
            StreamBus bus,
            OrderJournal journal,
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry meters) {
        return new OrderOutbox(bus, journal, database, new TransactionTemplate(transactions), clock, meters);
    }

    @Bean
    StartStop orderOutboxLifecycle(OrderOutbox outbox) {
        return new StartStop(Step.PUBLISH, outbox::start, outbox::close);
    }
}
