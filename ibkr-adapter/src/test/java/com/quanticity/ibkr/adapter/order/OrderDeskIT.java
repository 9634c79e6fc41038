package com.quanticity.ibkr.adapter.order;

import static com.quanticity.ibkr.adapter.order.TestOrders.ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.OTHER_ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderDeskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> path.stateInJournal(ID).equals("DENIED"));
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
        await().atMost(PATIENCE).ignoreExceptions().until(() -> path.servers.count("ib_executions") == 1);
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
        await().atMost(PATIENCE).ignoreExceptions().until(() -> path.servers.redis.hasKey("any") != null);
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
}
