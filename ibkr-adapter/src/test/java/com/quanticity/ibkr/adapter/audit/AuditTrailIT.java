package com.quanticity.ibkr.adapter.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.journal.OrderJournal;
import com.quanticity.ibkr.adapter.journal.OrderOutbox;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamHandler;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an order leaves on {@code audit.entry}, on real servers that come and go. */
class AuditTrailIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ClientOrderId ID = ClientOrderId.of("01K9ZZZZZZZZZZZZZZZZZZZZZZ");
    private static final Instant AT = Instant.parse("2026-03-02T14:30:01.5Z");

    private final Clock clock = Clock.systemUTC();
    private final TestServers servers = new TestServers(clock);
    private final FakeSession session = new FakeSession();
    private final List<AuditEntry> told = new CopyOnWriteArrayList<>();
    private final StreamSubscription tail =
            servers.bus.tail(Topics.AUDIT_ENTRY, TailFrom.OLDEST, message -> told.add(message.data()));
    private final WireAudit wire = new WireAudit(clock);
    private OrderOutbox outbox = started();

    @AfterEach
    void stop() {
        RealRedis.start();
        RealPostgres.start();
        tail.close();
        outbox.close();
        servers.close();
    }

    @Test
    void recordsCommandRequestCallbackAndEventInTheirOrder() throws Exception {
        GatewaySession recorded = RecordedSession.of(session, outbox, wire, clock);
        CallbackAudit callbacks = new CallbackAudit(outbox, wire, clock);
        StreamHandler<OrderCommand> handler =
                new RequestAudit(outbox, clock).before(_ -> recorded.send(new PlaceOrder(7, contract(), order())));

        handler.handle(List.of(cancel()));
        callbacks.onEvents(new EventBatch(1, AT, List.of(execution(-1), execution(9001))));
        outbox.tell(accepted(), null);

        awaitWords("cancel", "placeOrder", "execDetails", "accepted");
        assertThat(told.get(0).id()).isEqualTo(cancel().id());
        assertThat(told.get(1).payload()).contains("\"lmtPrice\":\"500.1\"", "\"orderRef\":\"" + ID + "\"");
        assertThat(told.get(2).times().exchange()).isEqualTo(Instant.parse("2026-03-02T14:30:01Z"));
        assertThat(told.get(2).times().ours()).isEqualTo(AT);
        assertThat(told.get(2).reference().execId()).isEqualTo("0000e0d5.1.01");
        await().atMost(PATIENCE).until(() -> servers.count("ib_audit_outbox") == 0);
    }

    @Test
    void losesAndInventsNothingWhenTheProcessEndsBeforeRedisTakesIt() {
        RealRedis.stop();
        outbox.tell(accepted(), null);
        await().atMost(PATIENCE).until(() -> servers.count("ib_audit_outbox") == 1);
        outbox.close();
        RealRedis.start();

        outbox = started();

        awaitWords("accepted");
        await().atMost(PATIENCE).until(() -> servers.count("ib_audit_outbox") == 0);
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsTheStreamAtOnceWhileTheDatabaseIsAway() {
        RealPostgres.stop();

        outbox.record(() -> wire.heard(execution(-1), AT)).join();

        awaitWords("execDetails");
    }

    private void awaitWords(String... words) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(told).extracting(AuditEntry::what).containsExactly(words));
    }

    private OrderOutbox started() {
        OrderOutbox fresh = new OrderOutbox(
                servers.bus,
                new OrderJournal(servers.database, session.clientId()),
                servers.database,
                servers.transaction,
                clock,
                servers.meters);
        fresh.start();
        return fresh;
    }

    private static Envelope<OrderCommand> cancel() {
        return Topics.ORDER_COMMAND.envelope(
                "01K9YYYYYYYYYYYYYYYYYYYYYY", AT, ID.value(), new OrderCommand.Cancel(ID, "engine"));
    }

    private OrderEvent accepted() {
        return new OrderEvent.Accepted(ID, session.clientId(), OrderId.of(7), AT);
    }

    private static GatewayOrder order() {
        return GatewayOrder.builder()
                .action("BUY")
                .orderType("LMT")
                .lmtPrice(new BigDecimal("500.1"))
                .orderRef(ID.value())
                .build();
    }

    private static GatewayContract contract() {
        return GatewayContract.ofId(756733, "SMART");
    }

    private static TradingEvent.ExecDetails execution(int requestId) {
        GatewayExecution execution = new GatewayExecution(
                7,
                1,
                "0000e0d5.1.01",
                "20260302 09:30:01 US/Eastern",
                "DU1234567",
                "ARCA",
                "BOT",
                BigDecimal.TEN,
                new BigDecimal("500.10"),
                389211034L,
                0,
                BigDecimal.TEN,
                new BigDecimal("500.10"),
                ID.value(),
                "",
                BigDecimal.ZERO,
                "",
                2,
                false,
                "");
        return new TradingEvent.ExecDetails(requestId, contract(), execution);
    }
}
