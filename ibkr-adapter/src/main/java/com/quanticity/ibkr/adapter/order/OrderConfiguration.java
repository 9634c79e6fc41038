package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.journal.JournalWriter;
import com.quanticity.ibkr.adapter.journal.OrderJournal;
import com.quanticity.ibkr.adapter.journal.OrderOutbox;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionDesk;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqExecutions;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqOpenOrders;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** From {@code order.command} to the wire and back to {@code order.event}. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    private static final Duration LOOK_UP_PATIENCE = Duration.ofSeconds(20);

    @Bean
    OrderBook orderBook() {
        return new OrderBook();
    }

    @Bean
    OrderIds orderIds(GatewaySession session, StringRedisTemplate redis, StreamBus bus) {
        return new OrderIds(session, redis, bus.prefix());
    }

    @Bean
    OrderGate orderGate(
            TradingStateView tradingState,
            GatewaySession session,
            ContractDirectory contracts,
            SubscriptionDesk prices,
            AdapterProperties properties,
            Clock clock) {
        return new OrderGate(
                tradingState,
                session::state,
                session::managedAccounts,
                contracts,
                prices::whyNotLive,
                properties.orderCommandMaxAge(),
                clock);
    }

    @Bean
    CancelDesk cancelDesk(GatewaySession session, OrderBook book, OrderOutbox outbox, Clock clock) {
        return new CancelDesk(session, book, outbox, clock);
    }

    @Bean
    OrderDesk orderDesk(
            GatewaySession session,
            OrderGate gate,
            OrderBook book,
            OrderIds ids,
            JournalWriter journal,
            OrderOutbox outbox,
            CancelDesk cancels,
            Clock clock,
            MeterRegistry meters) {
        return new OrderDesk(session, gate, book, ids, journal, outbox, cancels, clock, meters);
    }

    @Bean
    OrderProgress orderProgress(GatewaySession session, OrderBook book, OrderIds ids, OrderOutbox outbox, Clock clock) {
        return new OrderProgress(session.clientId(), book, ids, outbox, () -> lookUp(session), clock);
    }

    @Bean
    OrderRecovery orderRecovery(
            GatewaySession session,
            OrderBook book,
            OrderIds ids,
            OrderProgress progress,
            AdapterProperties properties,
            Clock clock) {
        return new OrderRecovery(
                book, ids, progress, () -> lookUp(session), properties.orders().acknowledgeTimeout(), clock);
    }

    @Bean
    OrderCallbacks orderCallbacks(
            GatewaySession session,
            OrderBook book,
            OrderIds ids,
            OrderOutbox outbox,
            OrderProgress progress,
            OrderRecovery recovery,
            CancelDesk cancels,
            Clock clock,
            MeterRegistry meters) {
        ExecutionFeed executions = new ExecutionFeed(session.clientId(), book, ids, outbox, clock);
        return new OrderCallbacks(book, progress, executions, recovery, cancels, meters);
    }

    @Bean(destroyMethod = "")
    OrderRunner orderRunner(
            StreamBus bus,
            OrderDesk desk,
            OrderBook book,
            OrderJournal journal,
            OrderIds ids,
            OrderRecovery recovery,
            Clock clock) {
        return new OrderRunner(bus, desk, book, journal, ids, recovery, clock);
    }

    @Bean
    StartStop orderLoadLifecycle(OrderRunner runner) {
        return new StartStop(Step.LISTEN, runner::load, () -> {});
    }

    @Bean
    StartStop orderLifecycle(OrderRunner runner) {
        return new StartStop(Step.CONSUME, runner::start, runner::close);
    }

    /** The answers pass through the callbacks like everything the gateway says. */
    private static void lookUp(GatewaySession session) {
        Future<RequestOutcome> _ = session.ask(new ReqOpenOrders(), LOOK_UP_PATIENCE);
        Future<RequestOutcome> _ =
                session.ask(new ReqExecutions(session.nextRequestId(), ExecutionFilter.ALL), LOOK_UP_PATIENCE);
    }
}
