package com.quanticity.ibkr.execution.algo;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.parent.ParentState;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ParentGraphTest {

    private final ParentGraph parent = ParentGraph.of("P", BigDecimal.valueOf(100));

    @Test
    void rollsUpFillsByQuantity() {
        ParentGraph graph = sent(sent(parent, 1, 60), 2, 40)
                .learn(News.priced(1, 60, OrderStatus.FILLED, 60, "10.00", 2).snapshot())
                .learn(News.priced(2, 40, OrderStatus.PARTIALLY_FILLED, 20, "11.00", 2)
                        .snapshot());

        assertThat(graph.filled()).isEqualByComparingTo("80");
        assertThat(graph.open()).isEqualByComparingTo("20");
        assertThat(graph.averagePrice()).isEqualByComparingTo("10.25");
        assertThat(graph.state()).isEqualTo(ParentState.WORKING);
    }

    @Test
    void refusesAChildAboveWhatIsLeft() {
        assertThat(sent(parent, 1, 60).admit(News.idOf(2), BigDecimal.valueOf(41)))
                .isEqualTo(new Admission.Refused(
                        Admission.Reason.ABOVE_TARGET,
                        "parent P has 40 left to send, not 41; send less or wait until children have ended"));
    }

    @Test
    void givesBackWhatAnEndedChildDidNotFill() {
        ParentGraph graph = sent(parent, 1, 100)
                .learn(News.of(1, 100, OrderStatus.CANCELLED, 30, 2).snapshot());

        assertThat(graph.remaining()).isEqualByComparingTo("70");
    }

    @Test
    void keepsAnUnknownChildsQuantityAndItselfOpen() {
        ParentGraph graph = sent(parent, 1, 100)
                .learn(News.of(1, 100, OrderStatus.UNKNOWN, 30, 2).snapshot())
                .requestEnd();

        assertThat(graph.remaining()).isEqualByComparingTo("0");
        assertThat(graph.state()).isEqualTo(ParentState.CANCELLING);
        assertThat(graph.live()).isEqualTo(graph.unknown()).hasSize(1);
    }

    @Test
    void endsWhenTheUnknownChildIsProvenEnded() {
        ParentGraph graph = sent(parent, 1, 100)
                .requestEnd()
                .learn(News.of(1, 100, OrderStatus.UNKNOWN, 30, 2).snapshot())
                .learn(News.of(1, 100, OrderStatus.CANCELLED, 30, 3).snapshot());

        assertThat(graph.state()).isEqualTo(ParentState.CANCELLED);
    }

    @Test
    void sendsNothingOnceItsEndIsAskedFor() {
        assertThat(parent.requestEnd().admit(News.idOf(1), BigDecimal.ONE)).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void tellsTheExcessOfALateExecution() {
        ParentGraph graph = sent(
                        sent(parent, 1, 100)
                                .learn(News.of(1, 100, OrderStatus.CANCELLED, 0, 2)
                                        .snapshot()),
                        2,
                        100)
                .learn(News.of(1, 100, OrderStatus.CANCELLED, 10, 3).snapshot());

        assertThat(graph.excess()).isEqualByComparingTo("10");
        assertThat(graph.remaining()).isEqualByComparingTo("0");
    }

    private static ParentGraph sent(ParentGraph graph, int number, int quantity) {
        return switch (graph.admit(News.idOf(number), BigDecimal.valueOf(quantity))) {
            case Admission.Admitted(var admitted) -> admitted;
            case Admission.Refused refused -> throw new AssertionError(refused.detail());
        };
    }
}
