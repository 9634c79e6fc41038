package com.quanticity.ibkr.adapter.order;

import static com.quanticity.ibkr.adapter.order.TestOrders.ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.ORDER_ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.error;
import static com.quanticity.ibkr.adapter.order.TestOrders.openOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenPreviewsTest {

    private final OrderBench bench = new OrderBench();

    @BeforeEach
    void ask() {
        bench.previews.asked(ORDER_ID, ID);
    }

    @Test
    void isAnsweredOnceAndBooksNothing() {
        bench.hear(openOrder(ORDER_ID.value(), ID));

        OrderEvent.Previewed told = bench.sink.last(OrderEvent.Previewed.class);
        assertThat(told.outcome()).isEqualTo(PreviewOutcome.ANSWERED);
        assertThat(told.preview()).isNotNull();
        assertThat(bench.book.live()).isEmpty();
    }

    @Test
    void isRefusedWithTheBrokersCodeAndOutlivesItsWarnings() {
        bench.hear(error(399, "warning"), error(201, "margin"));

        OrderEvent.Previewed told = bench.sink.last(OrderEvent.Previewed.class);
        assertThat(bench.sink.events).hasSize(1);
        assertThat(told.outcome()).isEqualTo(PreviewOutcome.REFUSED);
        assertThat(told.code()).isEqualTo("201");
    }

    @Test
    void isUnknownWithoutAnAnswerAndWhenTheSessionIsLost() {
        bench.clock.advance(Duration.ofSeconds(9));
        bench.previews.checkOverdue();
        bench.previews.asked(ORDER_ID, ID);
        bench.enter(SessionState.READY);
        bench.enter(SessionState.DISCONNECTED);

        assertThat(bench.sink.events)
                .extracting(event -> ((OrderEvent.Previewed) event).outcome())
                .containsExactly(PreviewOutcome.UNKNOWN, PreviewOutcome.UNKNOWN);
    }
}
