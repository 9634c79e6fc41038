package com.quanticity.ibkr.execution.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever was told, in whatever order and however often, the order stands the same. */
class OrderFactsPropertyTest {

    @Property(tries = 2_000)
    void orderAndRepetitionOfFactsChangeNothing(
            @ForAll("facts") List<OrderEvent> events, @ForAll Random random, @ForAll @IntRange(max = 11) int filled) {
        List<OrderEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, random);

        OrderFacts told = OrderFactsTest.after(events);
        OrderFacts retold = OrderFactsTest.after(shuffled);

        OrderStatus status = told.status(BigDecimal.TEN, BigDecimal.valueOf(filled));
        assertThat(retold.status(BigDecimal.TEN, BigDecimal.valueOf(filled))).isEqualTo(status);
        assertThat(retold.remark(status)).isEqualTo(told.remark(status));
    }

    @Provide
    Arbitrary<List<OrderEvent>> facts() {
        Events at = new Events();
        // A second each, so that no two facts of a kind are told at the same instant with different words.
        Arbitrary<OrderEvent> fact = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(1, 9))
                .as((kind, second) -> switch (kind) {
                    case 0 -> at.accepted(second);
                    case 1 -> at.working(second);
                    case 2 -> at.cancelled(second);
                    case 3 -> at.rejected(second);
                    case 4 -> at.denied(second);
                    case 5 -> at.unknown(second);
                    case 6 -> at.refused(second);
                    default -> at.executed(second, "a." + second + ".01", Side.BUY, "1", "10");
                });
        return fact.list().ofMaxSize(8);
    }
}
