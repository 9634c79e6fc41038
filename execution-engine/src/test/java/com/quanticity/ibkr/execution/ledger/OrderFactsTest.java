package com.quanticity.ibkr.execution.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order state machine: what is known decides, not the order in which it came. */
class OrderFactsTest {

    private static final BigDecimal QUANTITY = BigDecimal.TEN;
    private static final BigDecimal NOTHING = BigDecimal.ZERO;
    private static final BigDecimal PART = new BigDecimal("4");

    @ParameterizedTest
    @MethodSource
    void readsTheStatusOffTheFacts(List<OrderEvent> events, BigDecimal filled, OrderStatus expected) {
        assertThat(after(events).status(QUANTITY, filled)).isEqualTo(expected);
    }

    static Stream<Arguments> readsTheStatusOffTheFacts() {
        Events at = new Events();
        return Stream.of(
                Arguments.of(List.of(), NOTHING, OrderStatus.STORED),
                Arguments.of(List.of(at.accepted(1)), NOTHING, OrderStatus.IN_FLIGHT),
                Arguments.of(List.of(at.accepted(1), at.working(2)), NOTHING, OrderStatus.WORKING),
                Arguments.of(List.of(at.accepted(1), at.working(2)), PART, OrderStatus.PARTIALLY_FILLED),
                Arguments.of(List.of(at.accepted(1)), QUANTITY, OrderStatus.FILLED),
                Arguments.of(List.of(at.accepted(1), at.cancelled(3)), PART, OrderStatus.CANCELLED),
                Arguments.of(List.of(at.accepted(1), at.cancelled(3)), QUANTITY, OrderStatus.FILLED),
                Arguments.of(List.of(at.accepted(1), at.rejected(3)), NOTHING, OrderStatus.REJECTED),
                Arguments.of(List.of(at.denied(1)), NOTHING, OrderStatus.DENIED),
                Arguments.of(List.of(at.denied(1), at.accepted(2)), NOTHING, OrderStatus.IN_FLIGHT),
                Arguments.of(List.of(at.accepted(1), at.unknown(2)), NOTHING, OrderStatus.UNKNOWN),
                Arguments.of(List.of(at.accepted(1), at.unknown(2), at.working(3)), NOTHING, OrderStatus.WORKING),
                Arguments.of(List.of(at.accepted(1), at.unknown(2), at.rejected(3)), NOTHING, OrderStatus.REJECTED),
                Arguments.of(List.of(at.accepted(1), at.working(2), at.unknown(3)), PART, OrderStatus.UNKNOWN),
                Arguments.of(List.of(at.accepted(1), at.refused(3)), NOTHING, OrderStatus.IN_FLIGHT));
    }

    @Test
    void neverGoesBackFromAnEnd() {
        Events at = new Events();

        OrderFacts late = after(List.of(at.accepted(1), at.cancelled(2), at.working(3), at.unknown(4)));

        assertThat(late.status(QUANTITY, NOTHING)).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void keepsTheFirstEndAndItsReason() {
        Events at = new Events();

        OrderFacts ended = after(List.of(at.accepted(1), at.cancelled(3), at.rejected(2)));

        assertThat(ended.status(QUANTITY, NOTHING)).isEqualTo(OrderStatus.REJECTED);
        assertThat(ended.remark(OrderStatus.REJECTED).code()).isEqualTo("201");
    }

    @Test
    void showsTheLatestRefusalOfARequestWhileTheOrderLives() {
        Events at = new Events();

        OrderFacts live = after(List.of(at.working(1), at.refused(3), at.refused(2)));

        assertThat(live.remark(OrderStatus.WORKING))
                .isEqualTo(new OrderFacts.Remark(Events.time(3), "161", "refused at 3"));
    }

    static OrderFacts after(List<OrderEvent> events) {
        OrderFacts facts = OrderFacts.NONE;
        for (OrderEvent event : events) {
            facts = facts.after(event);
        }
        return facts;
    }
}
