package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.audit.RequestAudit;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.GroupGate;
import com.quanticity.ibkr.adapter.gate.OrderGate;
import com.quanticity.ibkr.adapter.gate.OrderWatch;
import com.quanticity.ibkr.adapter.journal.JournalWriter;
import com.quanticity.ibkr.adapter.journal.OrderJournal;
import com.quanticity.ibkr.adapter.journal.OrderOutbox;
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
    OrderBook orderBook(OrderWatch watch) {
        return new OrderBook(watch);
    }

    @Bean
    OrderIds orderIds(GatewaySession session, StringRedisTemplate redis, StreamBus bus) {
        return new OrderIds(session, redis, bus.prefix());
    }

    @Bean
    CancelDesk cancelDesk(GatewaySession session, OrderBook book, OrderOutbox outbox, Clock clock) {
        return new CancelDesk(session, book, outbox, clock);
    }

    @Bean
    WireOrders wireOrders(OrderBook book, ContractDirectory contracts) {
        return new WireOrders(book, contracts);
    }

    @Bean
    OrderAnswers orderAnswers(
            GatewaySession session, OrderBook book, OrderOutbox outbox, Clock clock, MeterRegistry meters) {
        return new OrderAnswers(session.clientId(), book, outbox, clock, meters);
    }

    @Bean
    GroupGate groupGate(OrderGate gate, OrderBook book) {
        return new GroupGate(gate, id -> book.find(id) != null);
    }

    @Bean
    GroupDesk groupDesk(
            GatewaySession session,
            GroupGate gate,
            OrderBook book,
            OrderIds ids,
            JournalWriter journal,
            WireOrders wire,
            OrderAnswers answers,
            CancelDesk cancels,
            Clock clock) {
        return new GroupDesk(session, gate, book, ids, journal, wire, answers, cancels, clock);
    }

    @Bean
    OpenChanges openChanges(OrderOutbox outbox, Clock clock) {
        return new OpenChanges(outbox, clock);
    }

    @Bean
    ModifyDesk modifyDesk(
            GatewaySession session,
            OrderGate gate,
            OrderBook book,
            JournalWriter journal,
            WireOrders wire,
            OpenChanges changes,
            OrderOutbox outbox,
            Clock clock) {
        return new ModifyDesk(session, gate, book, journal, wire, changes, outbox, clock);
    }

    @Bean
    OpenPreviews openPreviews(OrderOutbox outbox, Clock clock) {
        return new OpenPreviews(outbox, clock);
    }

    @Bean
    PreviewDesk previewDesk(
            GatewaySession session,
            OrderGate gate,
            OrderBook book,
            OrderIds ids,
            WireOrders wire,
            OpenPreviews open,
            OrderOutbox outbox,
            Clock clock) {
        return new PreviewDesk(session, gate, book, ids, wire, open, outbox, clock);
    }

    @Bean
    OrderDesk orderDesk(
            GatewaySession session,
            OrderGate gate,
            OrderBook book,
            OrderIds ids,
            JournalWriter journal,
            WireOrders wire,
            OrderAnswers answers,
            CancelDesk cancels,
            GroupDesk groups,
            ModifyDesk modifications,
            PreviewDesk previews,
            Clock clock,
            MeterRegistry meters) {
        return new OrderDesk(
                session,
                gate,
                book,
                ids,
                journal,
                wire,
                answers,
                cancels,
                groups,
                modifications,
                previews,
                clock,
                meters);
    }

    @Bean
    OrderProgress orderProgress(
            GatewaySession session,
            OrderBook book,
            OrderIds ids,
            OpenChanges changes,
            OrderOutbox outbox,
            Clock clock) {
        return new OrderProgress(session.clientId(), book, ids, changes, outbox, () -> lookUp(session), clock);
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
            OpenChanges changes,
            OrderOutbox outbox,
            OrderProgress progress,
            OrderRecovery recovery,
            CancelDesk cancels,
            OpenPreviews previews,
            Clock clock,
            MeterRegistry meters) {
        ExecutionFeed executions = new ExecutionFeed(session.clientId(), book, ids, changes, outbox, clock);
        return new OrderCallbacks(book, progress, executions, recovery, cancels, previews, meters);
    }

    @Bean(destroyMethod = "")
    OrderRunner orderRunner(
            StreamBus bus,
            OrderDesk desk,
            RequestAudit audit,
            OrderBook book,
            OrderJournal journal,
            OrderIds ids,
            OrderRecovery recovery,
            OpenPreviews previews,
            Clock clock) {
        return new OrderRunner(bus, audit.before(desk), book, journal, ids, recovery, previews, clock);
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
