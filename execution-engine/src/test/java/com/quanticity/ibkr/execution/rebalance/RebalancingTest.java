package com.quanticity.ibkr.execution.rebalance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.rebalance.Plan.Phase;
import com.quanticity.ibkr.execution.rebalance.Plan.Planned;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebalancingTest {

    private final Rebalancing account = new Rebalancing(
            List.of(held("AAA", 100, "10"), held("BBB", -50, "20"), held("CCC", 0, "5")),
            new BigDecimal("1000"),
            BigDecimal.ZERO);

    @Test
    void sellsBeforeItBuys() {
        assertThat(account.plan(List.of(quantity("CCC", 300), quantity("AAA", 40))))
                .isEqualTo(new Plan.Orders(
                        List.of(
                                planned(Phase.REDUCE, "AAA", Side.SELL, "60", "600"),
                                planned(Phase.OPEN, "CCC", Side.BUY, "300", "1500")),
                        new BigDecimal("100")));
    }

    @Test
    void goesThroughZeroWhenTheDirectionChanges() {
        assertThat(account.plan(List.of(quantity("BBB", 10))))
                .isEqualTo(new Plan.Refused(List.of(
                        "cash would fall to -200 at BBB, below the 0 to be left; lower the targets or bring in cash")));
        assertThat(account.plan(List.of(quantity("AAA", -20), quantity("BBB", 0))))
                .isEqualTo(new Plan.Orders(
                        List.of(
                                planned(Phase.REDUCE, "AAA", Side.SELL, "100", "1000"),
                                planned(Phase.REDUCE, "BBB", Side.BUY, "50", "1000"),
                                planned(Phase.OPEN, "AAA", Side.SELL, "20", "200")),
                        new BigDecimal("1200")));
    }

    @Test
    void takesWeightsOfTheAccountsValue() {
        assertThat(account.plan(List.of(new Target.Weight("CCC", new BigDecimal("0.333")))))
                .isEqualTo(new Plan.Orders(
                        List.of(planned(Phase.OPEN, "CCC", Side.BUY, "66", "330")), new BigDecimal("670")));
    }

    @Test
    void refusesTheWholePlanAndNamesEveryProblem() {
        Rebalancing unpriced = new Rebalancing(
                List.of(new Holding("AAA", BigDecimal.ONE, null, BigDecimal.ONE)), BigDecimal.ZERO, BigDecimal.ZERO);

        assertThat(unpriced.plan(List.of(quantity("AAA", 0), quantity("ZZZ", 5))))
                .isEqualTo(new Plan.Refused(List.of(
                        "AAA has no price; wait for its quote or give one",
                        "ZZZ is not known; give its quantity, price and lot")));
    }

    private static Holding held(String symbol, int quantity, String price) {
        return new Holding(symbol, BigDecimal.valueOf(quantity), new BigDecimal(price), BigDecimal.ONE);
    }

    private static Target quantity(String symbol, int quantity) {
        return new Target.Quantity(symbol, BigDecimal.valueOf(quantity));
    }

    private static Planned planned(Phase phase, String symbol, Side side, String quantity, String value) {
        return new Planned(phase, symbol, side, new BigDecimal(quantity), new BigDecimal(value));
    }
}
