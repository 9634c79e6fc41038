package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.ExecutionProperties;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.ledger.OrderLedger;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.stream.StreamBus;
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
    ModifyDesk modifyDesk(
            JdbcClient jdbc, OrderLedger ledger, Outbox outbox, TransactionOperations transactions, Clock clock) {
        return new ModifyDesk(new Modifications(jdbc), ledger, outbox, transactions, clock);
    }

    @Bean
    PreviewDesk previewDesk(StreamBus bus, Clock clock) {
        return new PreviewDesk(bus, clock);
    }

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
