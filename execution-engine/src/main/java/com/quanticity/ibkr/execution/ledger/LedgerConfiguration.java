package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.execution.ExecutionProperties;
import com.quanticity.ibkr.execution.Upkeep;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.execution.position.Positions;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tables → ledgers of orders and fills → consumer. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    private static final Duration GAUGE_INTERVAL = Duration.ofSeconds(5);
    private static final Duration FORGET_INTERVAL = Duration.ofHours(1);

    @Bean
    ChildOrders childOrders(JdbcClient jdbc) {
        return new ChildOrders(jdbc);
    }

    @Bean
    Fills fills(JdbcClient jdbc) {
        return new Fills(jdbc);
    }

    @Bean
    HandledMessages handledMessages(JdbcClient jdbc) {
        return new HandledMessages(jdbc);
    }

    @Bean
    ChildChanges childChanges() {
        return new ChildChanges();
    }

    @Bean
    OrderLedger orderLedger(
            ChildOrders orders, Fills fills, Outbox outbox, ChildChanges changes, Clock clock, MeterRegistry meters) {
        return new OrderLedger(orders, fills, outbox, changes, clock, meters);
    }

    @Bean
    FillLedger fillLedger(Fills fills, OrderLedger ledger, Positions positions, Clock clock, MeterRegistry meters) {
        return new FillLedger(fills, ledger, positions, clock, meters);
    }

    @Bean
    AdoptedFills adoptedFills(FillLedger fills) {
        return new AdoptedFills(fills);
    }

    @Bean
    OrderEvents orderEvents(
            HandledMessages handled,
            OrderLedger orders,
            FillLedger fills,
            TransactionOperations transactions,
            Clock clock,
            MeterRegistry meters) {
        return new OrderEvents(handled, orders, fills, transactions, clock, meters);
    }

    @Bean
    EarlierFills earlierFills(Fills fills, Positions positions, TransactionOperations transactions) {
        return new EarlierFills(fills, positions, transactions);
    }

    @Bean
    Upkeep openOrderGauges(ChildOrders orders, MeterRegistry meters) {
        return new Upkeep("open-order-gauges", GAUGE_INTERVAL, new OpenOrders(orders, meters)::refresh);
    }

    @Bean
    Upkeep handledMessagesUpkeep(HandledMessages handled, ExecutionProperties properties, Clock clock) {
        return new Upkeep(
                "handled-messages",
                FORGET_INTERVAL,
                () -> handled.forgetBefore(clock.instant().minus(properties.retention())));
    }

    @Bean
    LedgerThreads ledgerThreads(StreamBus bus, OrderEvents events) {
        return new LedgerThreads(bus, events);
    }
}
