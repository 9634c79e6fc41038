package com.quanticity.ibkr.adapter.order;

import static com.quanticity.ibkr.adapter.order.TestOrders.ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.ORDER_ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.adapter.FakeSynchronisation;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqCompletedOrders;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqExecutions;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqOpenOrders;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.SynchronisationFailedException;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderRecoveryTest {

    private final OrderBench bench = new OrderBench();
    private final FakeSynchronisation synchronisation = new FakeSynchronisation();

    @Test
    void readsOrdersExecutionsAndCompletedOrders() throws InterruptedException {
        bench.callbacks.synchronise(synchronisation);

        assertThat(synchronisation.asked)
                .extracting(request -> request.getClass().getSimpleName())
                .containsExactly(
                        ReqOpenOrders.class.getSimpleName(),
                        ReqExecutions.class.getSimpleName(),
                        ReqCompletedOrders.class.getSimpleName());
    }

    @Test
    void anOrderWithoutATraceBecomesUnknownOnce() throws InterruptedException {
        bench.booked(JournalState.JOURNALED);

        bench.callbacks.synchronise(synchronisation);
        bench.callbacks.synchronise(synchronisation);

        assertThat(bench.sink.kinds()).containsExactly("Unknown");
    }

    @Test
    void anOrderThatTheGatewayHoldsStaysAsItIs() throws InterruptedException {
        bench.booked(JournalState.WORKING);
        synchronisation.answers.put(
                ReqOpenOrders.class, new RequestOutcome.Answered(List.of(TestOrders.openOrder(7, ID))));

        bench.callbacks.synchronise(synchronisation);

        assertThat(bench.sink.events).isEmpty();
    }

    @Test
    void aReadOnlyGatewaySaysNothingAboutOrdersAndThatIsNoProof() throws InterruptedException {
        bench.booked(JournalState.WORKING);
        synchronisation.answers.put(ReqOpenOrders.class, new RequestOutcome.BrokerError(321, "Read-Only mode"));

        bench.callbacks.synchronise(synchronisation);

        assertThat(bench.sink.events).isEmpty();
        assertThat(bench.recovery.isComplete()).isFalse();
        assertThat(bench.recovery.missing()).contains("read-only");
    }

    @Test
    void isCompleteFromTheLastAnswerUntilTheSessionIsLost() throws InterruptedException {
        assertThat(bench.recovery.isComplete()).isFalse();

        bench.callbacks.synchronise(synchronisation);
        bench.enter(SessionState.READY);
        assertThat(bench.recovery.isComplete()).isTrue();

        bench.enter(SessionState.BROKER_DOWN);
        assertThat(bench.recovery.isComplete()).isFalse();

        bench.callbacks.synchronise(synchronisation);
        assertThat(bench.recovery.isComplete()).isTrue();
    }

    @Test
    void thereIsNoReadyWithoutTheAnswers() {
        synchronisation.answers.put(ReqExecutions.class, new RequestOutcome.TimedOut(Duration.ofSeconds(20)));

        assertThatThrownBy(() -> bench.callbacks.synchronise(synchronisation))
                .isInstanceOf(SynchronisationFailedException.class);
    }

    @Test
    void anOrderInFlightIsUnknownWhenTheSessionIsLostAndFoundAgainByItsStatus() {
        bench.enter(SessionState.READY);
        bench.booked(JournalState.SENT);

        bench.enter(SessionState.DISCONNECTED);
        assertThat(bench.state()).isEqualTo(JournalState.UNKNOWN);

        bench.hear(status("Submitted", "0", "10"));
        assertThat(bench.sink.kinds()).containsExactly("Unknown", "Working");
    }

    @Test
    void aWorkingOrderStaysWorkingWhenTheSessionIsLost() {
        bench.enter(SessionState.READY);
        bench.booked(JournalState.WORKING);

        bench.enter(SessionState.BROKER_DOWN);

        assertThat(bench.sink.events).isEmpty();
    }

    @Test
    void anOrderThatCertainlyNeverLeftIsOver() {
        bench.enter(SessionState.READY);
        bench.booked(JournalState.SENT);
        bench.enter(SessionState.DISCONNECTED);

        bench.callbacks.onUnsent(List.of(place()));

        assertThat(bench.sink.kinds()).containsExactly("Unknown", "Rejected");
        assertThat(bench.sink.last(OrderEvent.Rejected.class).reason()).contains("never sent");
    }

    @Test
    void aCancelThatTakesAnOrderBackBeforeItLeftCancelsIt() {
        bench.enter(SessionState.READY);
        bench.booked(JournalState.SENT);

        cancel(new OrderCommand.Cancel(ID, "trader"));
        bench.callbacks.onUnsent(List.of(place()));

        assertThat(bench.sink.kinds()).containsExactly("CancelPending", "Cancelled");
        assertThat(bench.state()).isEqualTo(JournalState.CANCELLED);
    }

    @Test
    void anOrderWithoutAnAnswerIsReportedAndLookedUp() {
        bench.booked(JournalState.SENT);

        bench.clock.advance(Duration.ofDays(1));
        bench.recovery.checkInFlight();
        bench.recovery.checkInFlight();

        assertThat(bench.sink.kinds()).containsExactly("Unknown");
        assertThat(bench.lookUps).isOne();
    }

    @Test
    void aCancelWaitsForTheGatewayAndIsNotForgotten() {
        bench.booked(JournalState.WORKING);
        bench.session.state = SessionState.DISCONNECTED;

        cancel(new OrderCommand.Cancel(ID, "trader"));
        assertThat(bench.session.sent).isEmpty();
        assertThat(bench.sink.changes).hasSize(1);

        bench.enter(SessionState.READY);
        assertThat(bench.session.sent(CancelOrder.class))
                .extracting(CancelOrder::orderId)
                .containsExactly(7);
    }

    @Test
    void aCancelOfAnOrderThatEndedIsRefused() {
        bench.booked(JournalState.FILLED);

        cancel(new OrderCommand.Cancel(ID, "trader"));
        cancel(new OrderCommand.Cancel(TestOrders.OTHER_ID, "trader"));

        assertThat(bench.sink.kinds()).containsExactly("RequestRefused", "RequestRefused");
    }

    private static PlaceOrder place() {
        return new PlaceOrder(
                ORDER_ID.value(),
                GatewayContract.builder().build(),
                GatewayOrder.builder().build());
    }

    private void cancel(OrderCommand.Cancel cancel) {
        assertThat(bench.cancels.cancel(cancel)).isCompleted();
    }
}
