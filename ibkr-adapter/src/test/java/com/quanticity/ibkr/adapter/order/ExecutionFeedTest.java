package com.quanticity.ibkr.adapter.order;

import static com.quanticity.ibkr.adapter.order.TestOrders.ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.commission;
import static com.quanticity.ibkr.adapter.order.TestOrders.execution;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.model.order.OrderEvent;
import org.junit.jupiter.api.Test;

class ExecutionFeedTest {

    private final OrderBench bench = new OrderBench();

    @Test
    void fillsTheOrderByItsExecutions() {
        bench.booked(JournalState.WORKING);

        bench.hear(execution("e1.01", "4", "4", ID.value()));
        assertThat(bench.state()).isEqualTo(JournalState.WORKING);

        bench.hear(execution("e2.01", "6", "10", ID.value()));
        assertThat(bench.state()).isEqualTo(JournalState.FILLED);
    }

    @Test
    void tellsAnExecutionOnceHoweverOftenItIsReported() {
        bench.booked(JournalState.WORKING);

        bench.hear(execution("e1.01", "4", "4", ID.value()), execution("e1.01", "4", "4", ID.value()));

        assertThat(bench.sink.kinds()).containsExactly("Executed");
    }

    @Test
    void tellsACorrectionBesideWhatItCorrects() {
        bench.booked(JournalState.WORKING);

        bench.hear(execution("e1.01", "4", "4", ID.value()), execution("e1.02", "3", "3", ID.value()));

        assertThat(bench.sink.kinds()).containsExactly("Executed", "Executed");
    }

    @Test
    void joinsACommissionThatCameFirst() {
        bench.booked(JournalState.WORKING);

        bench.hear(commission("e1.01"), execution("e1.01", "10", "10", ID.value()));

        assertThat(bench.sink.kinds()).containsExactly("CommissionReported", "Executed", "CommissionReported");
        assertThat(bench.sink.events.getFirst().clientOrderId()).isNull();
        assertThat(bench.sink.events.getLast().clientOrderId()).isEqualTo(ID);
    }

    @Test
    void joinsACommissionThatComesAfterwards() {
        bench.booked(JournalState.WORKING);

        bench.hear(execution("e1.01", "10", "10", ID.value()), commission("e1.01"), commission("e1.01"));

        assertThat(bench.sink.kinds()).containsExactly("Executed", "CommissionReported");
        assertThat(bench.sink.last(OrderEvent.CommissionReported.class).clientOrderId())
                .isEqualTo(ID);
    }

    @Test
    void findsTheOrderByItsOrderIdWhenTheReferenceIsMissing() {
        bench.booked(JournalState.WORKING);

        bench.hear(execution("e1.01", "10", "10", ""));

        assertThat(bench.sink.last(OrderEvent.Executed.class).clientOrderId()).isEqualTo(ID);
    }

    @Test
    void leavesTheOrdersOfOthersWithoutAnId() {
        bench.booked(JournalState.WORKING);

        bench.hear(execution("e1.01", "10", "10", "", 0, "BOT"));

        assertThat(bench.sink.last(OrderEvent.Executed.class).clientOrderId()).isNull();
        assertThat(bench.state()).isEqualTo(JournalState.WORKING);
    }

    @Test
    void neverGuessesAnUnreadableExecution() {
        bench.booked(JournalState.WORKING);

        bench.hear(execution("e1.01", "10", "10", ID.value(), 1, "???"), execution("e2.01", "10", "10", ID.value()));

        assertThat(bench.sink.kinds()).containsExactly("Executed");
    }

    @Test
    void stillTellsAnExecutionOfAnOrderThatEnded() {
        bench.booked(JournalState.CANCELLED);

        bench.hear(execution("e1.01", "4", "4", ID.value()));

        assertThat(bench.sink.kinds()).containsExactly("Executed");
        assertThat(bench.state()).isEqualTo(JournalState.CANCELLED);
    }
}
