package com.quanticity.ibkr.execution.intent;

import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.execution.parent.ParentDesk;
import com.quanticity.ibkr.execution.parent.Wishes;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Stream → desk → parents. */
@Configuration(proxyBeanMethods = false)
class IntentConfiguration {

    @Bean
    IntentDesk intentDesk(
            JdbcClient jdbc,
            Wishes wishes,
            ParentDesk parents,
            Outbox outbox,
            TransactionOperations transactions,
            Clock clock) {
        return new IntentDesk(new Intents(jdbc), wishes, parents, outbox, transactions, clock);
    }

    @Bean
    IntentThreads intentThreads(StreamBus bus, IntentDesk desk) {
        return new IntentThreads(bus, desk);
    }
}
