package com.quanticity.ibkr.adapter.order;

import static com.quanticity.ibkr.adapter.order.TestOrders.completed;
import static com.quanticity.ibkr.adapter.order.TestOrders.error;
import static com.quanticity.ibkr.adapter.order.TestOrders.openOrder;
import static com.quanticity.ibkr.adapter.order.TestOrders.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.PermId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderProgressTest {

    private final OrderBench bench = new OrderBench();

    @Test
    void isSilentUntilTheBrokerAcknowledges() {
        bench.booked(JournalState.SENT);

        bench.hear(openOrder(7, TestOrders.ID), status("PendingSubmit", "0", "10"));

        assertThat(bench.sink.events).isEmpty();
        assertThat(bench.state()).isEqualTo(JournalState.SENT);
    }

    @Test
    void tellsEachWorkingStatusOnce() {
        bench.booked(JournalState.SENT);

        bench.hear(
                status("PreSubmitted", "0", "10"), status("PreSubmitted", "0", "10"), status("Submitted", "0", "10"));

        assertThat(bench.sink.kinds()).containsExactly("Working", "Working");
        OrderEvent.Working last = bench.sink.last(OrderEvent.Working.class);
        assertThat(last.rawStatus()).isEqualTo("Submitted");
        assertThat(last.permId()).isEqualTo(PermId.of(TestOrders.PERM_ID));
    }

    @Test
    void leavesTheFillToTheExecutions() {
        bench.booked(JournalState.SENT);

        bench.hear(status("Filled", "10", "0"));

        assertThat(bench.sink.kinds()).containsExactly("Working");
        assertThat(bench.state()).isEqualTo(JournalState.WORKING);
    }

    @Test
    void endsACancelledOrderOnceWhicheverMessageComesFirst() {
        bench.booked(JournalState.WORKING);

        bench.hear(status("PendingCancel", "0", "10"), status("Cancelled", "0", "10"), error(202, "Order Canceled"));

        assertThat(bench.sink.kinds()).containsExactly("Working", "Cancelled");
        assertThat(bench.state()).isEqualTo(JournalState.CANCELLED);
    }

    @Test
    void keepsTheReasonOfACancelWhenItComesFirst() {
        bench.booked(JournalState.WORKING);

        bench.hear(error(202, "Order Canceled - reason: expired"), status("Cancelled", "0", "10"));

        assertThat(bench.sink.kinds()).containsExactly("Cancelled");
        assertThat(bench.sink.last(OrderEvent.Cancelled.class).reason()).contains("expired");
    }

    @ParameterizedTest
    @ValueSource(ints = {103, 110, 200, 201, 203, 321, 434, 10268})
    void rejectsANewOrderOnACodeThatKillsIt(int code) {
        bench.booked(JournalState.SENT);

        bench.hear(error(code, "no"));

        OrderEvent.Rejected rejected = bench.sink.last(OrderEvent.Rejected.class);
        assertThat(rejected.code()).isEqualTo(code);
        assertThat(bench.state()).isEqualTo(JournalState.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {110, 321, 10148, 161})
    void aWorkingOrderOutlivesARefusedRequest(int code) {
        bench.booked(JournalState.WORKING);

        bench.hear(error(code, "no"));

        assertThat(bench.sink.kinds()).containsExactly("RequestRefused");
        assertThat(bench.state()).isEqualTo(JournalState.WORKING);
    }

    @ParameterizedTest
    @ValueSource(ints = {399, 404, 2109, 2161, 10349, 2148})
    void noticesChangeNothing(int code) {
        bench.booked(JournalState.SENT);

        bench.hear(error(code, "by the way"));

        assertThat(bench.sink.events).isEmpty();
        assertThat(bench.state()).isEqualTo(JournalState.SENT);
    }

    @Test
    void anUnlistedCodeMakesANewOrderUnknownAndIsLookedUp() {
        bench.booked(JournalState.SENT);

        bench.hear(error(9999, "?"));

        assertThat(bench.sink.kinds()).containsExactly("Unknown");
        assertThat(bench.lookUps).isOne();
    }

    @Test
    void anUnlistedCodeNeverKillsAWorkingOrder() {
        bench.booked(JournalState.WORKING);

        bench.hear(error(9999, "?"));

        assertThat(bench.sink.events).isEmpty();
        assertThat(bench.state()).isEqualTo(JournalState.WORKING);
    }

    @Test
    void takesAnInactiveOrderAsRejectedUnlessItWaitsForShares() {
        bench.booked(JournalState.SENT);

        bench.hear(status("Inactive", "0", "10", 1, "locate"));
        assertThat(bench.state()).isEqualTo(JournalState.WORKING);

        bench.hear(status("Inactive", "0", "10", 1, ""));
        assertThat(bench.state()).isEqualTo(JournalState.REJECTED);
    }

    @Test
    void rejectsOnceWhenErrorAndStatusSayTheSame() {
        bench.booked(JournalState.SENT);

        bench.hear(status("PreSubmitted", "0", "10"), error(201, "margin"), status("Inactive", "0", "10"));

        assertThat(bench.sink.kinds()).containsExactly("Working", "Rejected");
        assertThat(bench.sink.last(OrderEvent.Rejected.class).reason()).isEqualTo("margin");
    }

    @Test
    void passesOverTheOrdersOfOthers() {
        bench.booked(JournalState.SENT);

        bench.hear(status("Submitted", "0", "10", 99, ""));

        assertThat(bench.sink.events).isEmpty();
    }

    @Test
    void seesThatAnotherClientCancelledItByThePermId() {
        bench.booked(JournalState.SENT);
        bench.hear(status("Submitted", "0", "10"));

        bench.hear(status("Cancelled", "0", "10", 99, ""));

        assertThat(bench.state()).isEqualTo(JournalState.CANCELLED);
    }

    @Test
    void learnsFromCompletedOrdersHowAnOrderEnded() {
        bench.booked(JournalState.UNKNOWN);

        bench.hear(completed("Cancelled", "Cancelled by Trader"));

        assertThat(bench.sink.last(OrderEvent.Cancelled.class).reason()).isEqualTo("Cancelled by Trader");
    }

    @Test
    void takesUpTheIdsOfOpenOrders() {
        bench.hear(openOrder(41, TestOrders.OTHER_ID));

        assertThat(bench.ids.next().value()).isEqualTo(42);
    }
}
