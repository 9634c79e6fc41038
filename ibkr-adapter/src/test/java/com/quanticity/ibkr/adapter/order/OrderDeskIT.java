package com.quanticity.ibkr.adapter.order;

import static com.quanticity.ibkr.adapter.order.TestOrders.ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.OTHER_ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.journal.ModificationState;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.TradingEvent.OrderStatus;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.model.order.CancelScope;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderDeskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final OrderPath path = new OrderPath();

    @AfterEach
    void stop() {
        path.close();
    }

    @Test
    void journalsBeforeTheWireAndThenAccepts() {
        path.start();
        path.session.beforeSend = () -> assertThat(path.stateInJournal(ID)).isEqualTo("JOURNALED");

        path.submit(order(ID));

        assertThat(path.event(OrderEvent.Accepted.class).clientOrderId()).isEqualTo(ID);
        assertThat(path.session.sent(PlaceOrder.class))
                .extracting(place -> place.order().orderRef())
                .containsExactly(ID.value());
        await().atMost(PATIENCE).until(() -> path.stateInJournal(ID).equals("SENT"));
        await().atMost(PATIENCE)
                .until(() -> "1"
                        .equals(path.servers
                                .redis
                                .opsForValue()
                                .get(path.servers.bus.prefix() + RedisKeys.lastOrderId(path.session.clientId()))));
    }

    @Test
    void sendsARedeliveredCommandOnceAndAnswersItAgain() {
        path.start();

        path.submit(order(ID));
        path.submit(order(ID));

        await().atMost(PATIENCE)
                .until(() -> path.events(OrderEvent.Accepted.class).size() == 2);
        assertThat(path.session.sent(PlaceOrder.class)).hasSize(1);
    }

    @Test
    void sendsNothingAgainAfterARestart() {
        path.start();
        path.submit(order(ID));
        path.event(OrderEvent.Accepted.class);
        await().atMost(PATIENCE).until(() -> path.stateInJournal(ID).equals("SENT"));

        path.restart();
        path.submit(order(ID));
        path.submit(order(OTHER_ID));

        await().atMost(PATIENCE)
                .until(() -> path.events(OrderEvent.Accepted.class).size() == 3);
        assertThat(path.session.sent(PlaceOrder.class))
                .extracting(PlaceOrder::orderId)
                .containsExactly(1, 2);
    }

    @Test
    void refusesOtherTermsUnderTheSameId() {
        path.start();
        path.submit(order(ID));

        Order known = order(ID);
        path.submit(new Order(
                ID,
                "",
                "SPY",
                known.side(),
                known.type(),
                new BigDecimal("11"),
                null,
                known.timeInForce(),
                known.strategy()));

        assertThat(path.event(OrderEvent.RequestRefused.class).reason()).contains("DUPLICATE_ORDER");
        assertThat(path.session.sent(PlaceOrder.class)).hasSize(1);
    }

    @Test
    void deniesWhenHaltedAndJournalsTheDenial() {
        path.start();
        path.tradingState(TradingState.HALTED);

        path.submit(order(ID));

        assertThat(path.event(OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.TRADING_HALTED);
        await().atMost(PATIENCE).until(() -> path.stateInJournal(ID).equals("DENIED"));
        assertThat(path.session.sent).isEmpty();
    }

    @Test
    void deniesWhenTheHaltFallsBetweenJournalAndWire() {
        path.start();
        path.session.onAccounts = () -> path.tradingState(TradingState.HALTED);

        path.submit(order(ID));

        assertThat(path.event(OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.TRADING_HALTED);
        await().atMost(PATIENCE).until(() -> path.stateInJournal(ID).equals("DENIED"));
        assertThat(path.session.sent).isEmpty();
    }

    @Test
    void deniesACommandThatWaitedTooLongButCancelsAtAnyAge() {
        path.start();
        path.submit(order(ID));
        path.event(OrderEvent.Accepted.class);
        Instant longAgo = Instant.now().minusSeconds(120);

        path.command(new OrderCommand.Submit(order(OTHER_ID), "engine"), longAgo);
        path.command(new OrderCommand.Cancel(ID, "trader"), longAgo);

        assertThat(path.event(OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.COMMAND_EXPIRED);
        await().atMost(PATIENCE)
                .until(() -> path.session.sent(CancelOrder.class).size() == 1);
    }

    @Test
    void cancelsWhenHalted() {
        path.start();
        path.submit(order(ID));
        path.event(OrderEvent.Accepted.class);
        path.tradingState(TradingState.HALTED);

        path.command(new OrderCommand.Cancel(ID, "trader"), Instant.now());

        await().atMost(PATIENCE)
                .until(() -> path.session.sent(CancelOrder.class).size() == 1);
    }

    @Test
    void deniesWithoutTheJournalAndNeverSendsItLater() {
        path.start();
        RealPostgres.stop();

        path.submit(order(ID));
        assertThat(path.event(OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.JOURNAL_UNAVAILABLE);

        RealPostgres.start();
        await().atMost(PATIENCE).until(() -> path.stateInJournal(ID).equals("DENIED"));

        path.submit(order(ID));
        await().atMost(PATIENCE)
                .until(() -> path.events(OrderEvent.Denied.class).size() == 2);
        assertThat(path.session.sent).isEmpty();
    }

    @Test
    void tellsFillsWhileTheDatabaseIsAwayAndStoresThemLater() {
        path.start();
        path.submit(order(ID));
        path.event(OrderEvent.Accepted.class);
        RealPostgres.stop();

        path.hear(TestOrders.execution("e1.01", "10", "10", ID.value()));
        path.event(OrderEvent.Executed.class);

        RealPostgres.start();
        await().atMost(PATIENCE).until(() -> path.servers.count("ib_executions") == 1);
        await().atMost(PATIENCE).until(() -> path.stateInJournal(ID).equals("FILLED"));
    }

    @Test
    void publishesInTheNextProcessWhatRedisDidNotTake() {
        path.start();
        path.submit(order(ID));
        path.event(OrderEvent.Accepted.class);
        RealRedis.stop();
        path.hear(TestOrders.execution("e1.01", "10", "10", ID.value()));
        await().atMost(PATIENCE).until(() -> path.servers.count("ib_order_outbox") == 1);
        path.stopProcess();

        RealRedis.start();
        await().atMost(PATIENCE).until(() -> path.servers.redis.hasKey("any") != null);
        path.start();

        path.event(OrderEvent.Executed.class);
        await().atMost(PATIENCE).until(() -> path.servers.count("ib_order_outbox") == 0);
    }

    @Test
    void reportsAnOrderThatWasJournaledButPerhapsNotSent() {
        path.servers.transaction.executeWithoutResult(
                status -> path.journal.write(TestOrders.row(JournalState.JOURNALED)));
        path.start();

        path.submit(order(ID));

        assertThat(path.event(OrderEvent.Unknown.class).orderId()).isEqualTo(TestOrders.ORDER_ID);
        assertThat(path.session.sent(PlaceOrder.class)).isEmpty();
    }

    @Test
    void deniesWhenTheSessionIsNotReady() {
        path.start();
        path.session.state = SessionState.SYNCHRONISING;

        path.submit(order(ID));

        assertThat(path.event(OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.SESSION_NOT_READY);
    }

    @Test
    void onlyGivesUpTheFactThatTheDatabaseRefuses() {
        path.start();
        path.submit(order(ID));
        path.submit(order(OTHER_ID));
        await().atMost(PATIENCE)
                .until(() -> path.events(OrderEvent.Accepted.class).size() == 2);

        path.hear(new ErrorMessage(1, 201, "a text that PostgreSQL refuses \u0000", "", null));
        path.hear(TestOrders.execution("e1.01", "10", "10", OTHER_ID.value()));

        path.event(OrderEvent.Rejected.class);
        await().atMost(PATIENCE).until(() -> path.stateInJournal(OTHER_ID).equals("FILLED"));
    }

    @Test
    void reportsAnOrderWhoseSendingBrokeAndGoesOn() {
        path.start();
        path.session.beforeSend = () -> {
            throw new IllegalStateException("broken");
        };
        path.submit(order(ID));
        path.event(OrderEvent.Unknown.class);

        path.session.beforeSend = () -> {};
        path.submit(order(OTHER_ID));

        assertThat(path.event(OrderEvent.Accepted.class).clientOrderId()).isEqualTo(OTHER_ID);
    }

    @Test
    void sendsABracketTogetherAndOnlyTheLastTransmits() {
        path.start();
        path.session.beforeSend = () -> {
            if (path.session.sent(PlaceOrder.class).isEmpty()) {
                assertThat(path.stateInJournal(ID)).isEqualTo("JOURNALED");
                assertThat(path.stateInJournal(OTHER_ID)).isEqualTo("JOURNALED");
            }
        };

        path.command(new OrderCommand.SubmitGroup(bracket("1.00"), "engine"), Instant.now());
        path.command(new OrderCommand.SubmitGroup(bracket("1.00"), "engine"), Instant.now());

        await().atMost(PATIENCE)
                .until(() -> path.events(OrderEvent.Accepted.class).size() == 4);
        assertThat(path.session.sent(PlaceOrder.class))
                .extracting(
                        PlaceOrder::orderId,
                        place -> place.order().transmit(),
                        place -> place.order().group().parentId())
                .containsExactly(tuple(1, false, 0), tuple(2, true, 1));
    }

    @Test
    void deniesAWholeGroupForOneOfIt() {
        path.start();

        path.command(new OrderCommand.SubmitGroup(bracket("-1"), "engine"), Instant.now());

        await().atMost(PATIENCE)
                .until(() -> path.events(OrderEvent.Denied.class).size() == 2);
        assertThat(path.event(OrderEvent.Denied.class).message()).contains("stopPrice");
        assertThat(path.session.sent).isEmpty();
    }

    @Test
    void journalsAChangeBeforeTheWireAndSendsItOnceAcrossARestart() {
        path.start();
        path.submit(order(ID));
        path.event(OrderEvent.Accepted.class);
        path.hear(TestOrders.openOrder(1, ID), workingUnder(1));
        path.event(OrderEvent.Working.class);
        path.session.beforeSend =
                () -> assertThat(path.journal.findModification("m1")).isPresent();

        OrderCommand.Modify modify =
                new OrderCommand.Modify(ID, "m1", OrderChange.quantity(new BigDecimal("20")), "trader");
        path.command(modify, Instant.now());

        assertThat(path.event(OrderEvent.ModifyPending.class).modificationId()).isEqualTo("m1");
        assertThat(path.session.sent(PlaceOrder.class))
                .extracting(PlaceOrder::orderId, place -> place.order().totalQuantity())
                .containsExactly(tuple(1, new BigDecimal("10")), tuple(1, new BigDecimal("20")));
        await().atMost(PATIENCE)
                .until(() -> path.journal.findModification("m1").orElseThrow().state() == ModificationState.SENT);

        path.restart();
        path.command(modify, Instant.now());

        assertThat(path.event(OrderEvent.ModifyFailed.class).failure()).isEqualTo(OrderEvent.ModifyFailure.UNKNOWN);
        assertThat(path.session.sent(PlaceOrder.class)).hasSize(2);
    }

    @Test
    void cancelsByScopeOneByOne() {
        path.start();
        path.submit(order(ID));
        path.submit(order(OTHER_ID));
        await().atMost(PATIENCE)
                .until(() -> path.events(OrderEvent.Accepted.class).size() == 2);

        path.command(new OrderCommand.CancelAll(new CancelScope.Symbol("QQQ"), "drill", "trader"), Instant.now());
        path.command(new OrderCommand.CancelAll(CancelScope.EVERYTHING, "drill", "trader"), Instant.now());

        await().atMost(PATIENCE)
                .until(() -> path.events(OrderEvent.CancelPending.class).size() == 2);
        assertThat(path.session.sent(CancelOrder.class)).hasSize(2);
    }

    @Test
    void asksWhatIfWithoutPlacingOrJournaling() {
        path.start();

        path.command(new OrderCommand.Preview(order(ID), "trader"), Instant.now());
        await().atMost(PATIENCE).until(() -> path.session.sent(PlaceOrder.class).size() == 1);
        path.hear(TestOrders.openOrder(1, ID));

        assertThat(path.event(OrderEvent.Previewed.class).outcome()).isEqualTo(OrderEvent.PreviewOutcome.ANSWERED);
        assertThat(path.session.sent(PlaceOrder.class).getFirst().order().whatIf())
                .isTrue();
        assertThat(path.stateInJournal(ID)).isEmpty();
    }

    private static OrderGroup bracket(String stop) {
        return OrderGroup.bracket(
                "01K9ZZZZZZZZZZZZZZZZZZZZG1",
                order(ID),
                List.of(Order.of(
                        OTHER_ID,
                        "SPY",
                        Side.SELL,
                        new BigDecimal("10"),
                        new OrderTerms.Stop(new BigDecimal(stop)),
                        "manual")));
    }

    private static OrderStatus workingUnder(int orderId) {
        OrderStatus status = TestOrders.status("Submitted", "0", "10");
        return new OrderStatus(
                orderId,
                status.status(),
                status.filled(),
                status.remaining(),
                status.avgFillPrice(),
                status.permId(),
                status.parentId(),
                status.lastFillPrice(),
                status.clientId(),
                status.whyHeld(),
                status.mktCapPrice());
    }
}
