package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.ExecutionProperties;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.ledger.OrderLedger;
import com.quanticity.ibkr.execution.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The feature's parts. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    @Bean
    OrderDesk orderDesk(
            JdbcClient jdbc,
            ChildOrders children,
            OrderLedger ledger,
            Outbox outbox,
            TransactionOperations transactions,
            ExecutionProperties properties,
            Clock clock,
            MeterRegistry meters) {
        return new OrderDesk(
                new ParentOrders(jdbc),
                children,
                ledger,
                outbox,
                transactions,
                properties.commandMaxAge(),
                clock,
                meters);
    }
}
