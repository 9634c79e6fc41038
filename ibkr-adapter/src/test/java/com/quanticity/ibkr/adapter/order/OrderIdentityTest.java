package com.quanticity.ibkr.adapter.order;

import static com.quanticity.ibkr.adapter.order.TestOrders.ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.ORDER_ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.OTHER_ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.PERM_ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.execution;
import static com.quanticity.ibkr.adapter.order.TestOrders.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.FakeSynchronisation;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqExecutions;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.session.SessionState;
import org.junit.jupiter.api.Test;

/** Reference, then perm id, then the number within our client id. */
class OrderIdentityTest {

    private static final long OTHER_PERM_ID = PERM_ID + 1;

    private final OrderBench bench = new OrderBench();

    @Test
    void theReferenceCountsBeforeEveryNumber() {
        bench.booked(JournalState.WORKING);
        BookedOrder other = bench.book.add(TestOrders.row(OTHER_ID, OrderId.of(8), JournalState.WORKING));

        assertThat(bench.book.match(OTHER_ID.value(), null, true, ORDER_ID.value()))
                .isSameAs(other);
    }

    @Test
    void aReferenceThatIsNotOursIsNobodysWhateverTheNumber() {
        bench.booked(JournalState.WORKING);

        assertThat(bench.book.match("01K9ZZZZZZZZZZZZZZZZZZZZZX", null, true, ORDER_ID.value()))
                .isNull();
    }

    @Test
    void thePermIdCountsBeforeTheNumber() {
        bench.booked(JournalState.WORKING);
        BookedOrder other = bench.book.add(TestOrders.row(OTHER_ID, OrderId.of(8), JournalState.WORKING));
        bench.book.learn(other, PERM_ID);

        assertThat(bench.book.match("", PERM_ID, true, ORDER_ID.value())).isSameAs(other);
        assertThat(bench.book.match("", PERM_ID, false, 0)).isSameAs(other);
    }

    @Test
    void aNumberThatTheGatewayGaveAgainMovesNoOrderOfOurs() {
        BookedOrder order = bench.booked(JournalState.WORKING);
        bench.book.learn(order, OTHER_PERM_ID);

        bench.hear(status("Cancelled", "0", "10"), execution("e9.01", "10", "10", ""));

        assertThat(bench.state()).isEqualTo(JournalState.WORKING);
        assertThat(order.filled()).isZero();
        assertThat(bench.sink.events.getLast().clientOrderId()).isNull();
        assertThat(bench.book.conflicts()).isEqualTo(2);
    }

    @Test
    void manualOrdersAndOrdersOfOthersAreNobodysOfOurs() {
        bench.booked(JournalState.WORKING);

        assertThat(bench.book.match("by hand", null, true, 0)).isNull();
        assertThat(bench.book.match("by hand", null, true, -5)).isNull();
        assertThat(bench.book.match("", null, false, ORDER_ID.value())).isNull();
    }

    @Test
    void theFirstPermIdOfAnOrderStays() {
        BookedOrder order = bench.booked(JournalState.WORKING);
        bench.book.learn(order, PERM_ID);
        bench.book.learn(order, OTHER_PERM_ID);

        assertThat(bench.book.match("", OTHER_PERM_ID, false, 0)).isNull();
        assertThat(bench.book.match("", PERM_ID, false, 0)).isSameAs(order);
        assertThat(bench.book.find(ID)).isSameAs(order);
    }

    @Test
    void asksForAWeekAtTheStartAndForTheGapLater() throws InterruptedException {
        FakeSynchronisation synchronisation = new FakeSynchronisation();
        bench.callbacks.synchronise(synchronisation);
        bench.callbacks.synchronise(synchronisation);

        assertThat(synchronisation.asked)
                .filteredOn(ReqExecutions.class::isInstance)
                .extracting(request -> ((ReqExecutions) request).filter().lastNDays())
                .containsExactly(7, 2);
        assertThat(bench.recovery.isComplete()).isTrue();
    }

    @Test
    void asksAGatewayThatDoesNotKnowDaysForTheDay() throws InterruptedException {
        FakeSynchronisation synchronisation = new FakeSynchronisation();
        synchronisation.answers.put(ReqExecutions.class, new RequestOutcome.BrokerError(321, "no"));

        bench.callbacks.synchronise(synchronisation);

        assertThat(synchronisation.asked)
                .filteredOn(ReqExecutions.class::isInstance)
                .extracting(request -> ((ReqExecutions) request).filter())
                .last()
                .isEqualTo(ExecutionFilter.ALL);
        assertThat(bench.recovery.isComplete()).isFalse();
    }

    @Test
    void aLostSessionMustReadAgainBeforeItIsComplete() throws InterruptedException {
        bench.callbacks.synchronise(new FakeSynchronisation());
        bench.enter(SessionState.READY);

        bench.enter(SessionState.BROKER_DOWN);

        assertThat(bench.recovery.isComplete()).isFalse();
    }
}
