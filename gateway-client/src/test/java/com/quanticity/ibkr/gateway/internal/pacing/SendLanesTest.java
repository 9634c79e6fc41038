package com.quanticity.ibkr.gateway.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.thread.FakeScheduler;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.request.ExerciseAction;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.CancelMktData;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.ExerciseOptions;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.ReqGlobalCancel;
import com.quanticity.ibkr.model.session.ClientId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SendLanesTest {

    private static final Duration SECOND = Duration.ofNanos(MessageBudget.WINDOW_NANOS);

    private static final SendOutcome.Refused NOT_READY =
            new SendOutcome.Refused(LocalRefusal.NOT_READY, "wait until it is READY");

    private final FakeScheduler scheduler = new FakeScheduler();
    private final FakeConnection connection = new FakeConnection();
    private final List<GatewayRequest> unsent = new ArrayList<>();
    private final GatewayPace pace = Paces.of(scheduler, 5);
    private final SendLanes lanes =
            new SendLanes(scheduler, new SessionMeters(new SimpleMeterRegistry(), ClientId.of(1)), unsent::addAll);

    @Test
    void sendsAtOnceWhileThereIsBudgetAndHoldsTheRestBack() {
        lanes.attach(connection, pace);
        submit(data(1), data(2), data(3), data(4), data(5));

        assertThat(connection.sent).containsExactly(data(1), data(2), data(3));
        assertThat(lanes.waiting(Lane.DATA)).isEqualTo(2);
        scheduler.advance(SECOND);
        assertThat(connection.sent).containsExactly(data(1), data(2), data(3), data(4), data(5));
        assertThat(lanes.waiting(Lane.DATA)).isZero();
    }

    @Test
    void letsCancelsOvertakeOrdersAndOrdersOvertakeData() {
        lanes.attach(connection, pace);
        submit(data(1), data(2), data(3), data(4), order(5), order(6), cancel(8), cancel(7));
        connection.sent.clear();

        scheduler.advance(SECOND);

        assertThat(connection.sent).containsExactly(cancel(7), order(5), order(6));
        scheduler.advance(SECOND);
        assertThat(connection.sent).containsExactly(cancel(7), order(5), order(6), data(4));
    }

    @Test
    void takesAWaitingOrderOutWhenItsCancelOvertakesIt() {
        lanes.attach(connection, pace);
        submit(data(1), data(2), data(3), order(5), order(6), cancel(5));
        scheduler.advance(SECOND);

        assertThat(connection.sent).contains(cancel(5), order(6)).doesNotContain(order(5));
        assertThat(unsent).containsExactly(order(5));
    }

    @Test
    void takesEveryWaitingOrderOutOnAGlobalCancel() {
        lanes.attach(connection, pace);
        GatewayRequest globalCancel = new ReqGlobalCancel(OrderCancel.NONE);
        submit(data(1), data(2), data(3), order(5), order(6), globalCancel);
        scheduler.advance(SECOND);

        assertThat(connection.sent).endsWith(globalCancel).doesNotContain(order(5), order(6));
        assertThat(unsent).containsExactly(order(5), order(6));
    }

    @Test
    void holdsTheRateOverManySeconds() {
        lanes.attach(connection, pace);
        for (int i = 0; i < 30; i++) {
            submit(data(i));
        }

        scheduler.advance(Duration.ofMillis(4_500));

        assertThat(connection.sent).hasSize(15);
        assertThat(lanes.messagesInTheLastSecond()).isEqualTo(3);
    }

    @Test
    void refusesWithoutAConnection() {
        assertThat(lanes.submit(data(1)))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(LocalRefusal.NOT_CONNECTED));
    }

    @Test
    void refusesAtOnceWhatCouldNeverBeSentEvenWhenItWouldHaveToWait() {
        lanes.attach(connection, pace);
        submit(data(1), data(2), data(3));
        connection.refusal = new SendOutcome.Refused(LocalRefusal.ILLEGAL_TEXT, "no");

        assertThat(lanes.submit(order(5))).isEqualTo(connection.refusal);
        assertThat(lanes.waiting(Lane.ORDER)).isZero();
    }

    @Test
    void reportsWhatWasAcceptedAndDidNotLeave() {
        lanes.attach(connection, pace);
        submit(data(1), data(2), data(3), data(4), order(5));

        assertThat(lanes.detach()).containsExactly(order(5), data(4));
        scheduler.advance(SECOND);
        assertThat(connection.sent).hasSize(3);
    }

    @Test
    void doesNotCarryWaitingRequestsToTheNextConnection() {
        lanes.attach(connection, pace);
        submit(data(1), data(2), data(3), data(4));
        lanes.detach();
        FakeConnection next = new FakeConnection();
        lanes.attach(next, pace);
        scheduler.advance(SECOND);

        assertThat(next.sent).isEmpty();
    }

    @Test
    void refusesOrdersThatMayNotLeaveAndLetsEverythingElsePass() {
        lanes.attach(connection, pace);
        lanes.refuseOrders(() -> Optional.of(NOT_READY));

        assertThat(lanes.submit(order(5))).isEqualTo(NOT_READY);
        assertThat(lanes.submit(exercise(6))).isEqualTo(NOT_READY);

        submit(cancel(5), new ReqGlobalCancel(OrderCancel.NONE), data(1));
        assertThat(connection.sent).containsExactly(cancel(5), new ReqGlobalCancel(OrderCancel.NONE), data(1));
        assertThat(lanes.waiting(Lane.ORDER)).isZero();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void handsWaitingOrdersBackWhenTheyMayNotLeaveAnyMore() {
        AtomicInteger asked = new AtomicInteger();
        lanes.attach(connection, pace);
        submit(data(1), data(2), data(3), order(5), exercise(6), cancel(7));
        lanes.refuseOrders(() -> {
            asked.incrementAndGet();
            return Optional.of(NOT_READY);
        });

        scheduler.advance(SECOND.multipliedBy(2));

        assertThat(unsent).containsExactly(order(5), exercise(6));
        assertThat(connection.sent).containsExactly(data(1), data(2), data(3), cancel(7));
        assertThat(asked).as("the lane is not looked at again and again").hasValue(1);
        lanes.refuseOrders(Optional::empty);
        scheduler.advance(SECOND);
        assertThat(connection.sent).doesNotContain(order(5), exercise(6));
    }

    @Test
    void asksForEachOrderThatWouldLeaveTheQueue() {
        lanes.attach(connection, pace);
        submit(data(1), data(2), data(3), order(5), order(6));
        AtomicInteger asked = new AtomicInteger();
        lanes.refuseOrders(() -> asked.incrementAndGet() > 1 ? Optional.of(NOT_READY) : Optional.empty());

        scheduler.advance(SECOND);

        assertThat(connection.sent).endsWith(order(5));
        assertThat(unsent).containsExactly(order(6));
    }

    private void submit(GatewayRequest... requests) {
        for (GatewayRequest request : requests) {
            assertThat(lanes.submit(request).isAccepted()).isTrue();
        }
    }

    private static GatewayRequest data(int reqId) {
        return new CancelMktData(reqId);
    }

    private static GatewayRequest cancel(int orderId) {
        return new CancelOrder(orderId, OrderCancel.NONE);
    }

    private static GatewayRequest exercise(int reqId) {
        return new ExerciseOptions(
                reqId,
                GatewayContract.ofId(265598, "SMART"),
                ExerciseAction.EXERCISE,
                1,
                "DU9000001",
                false,
                "",
                "",
                false);
    }

    private static GatewayRequest order(int orderId) {
        return new PlaceOrder(
                orderId,
                GatewayContract.ofId(265598, "SMART"),
                GatewayOrder.market("BUY", BigDecimal.ONE).build());
    }
}
