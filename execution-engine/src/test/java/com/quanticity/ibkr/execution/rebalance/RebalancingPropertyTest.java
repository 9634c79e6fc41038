package com.quanticity.ibkr.execution.rebalance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.rebalance.Plan.Phase;
import com.quanticity.ibkr.execution.rebalance.Plan.Planned;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A random account and random targets; the plan is carried out order by order. */
class RebalancingPropertyTest {

    private static final BigDecimal RESERVE = BigDecimal.valueOf(100);

    @Property(tries = 500)
    void reachesEveryTargetAndKeepsTheReserveAtEachBuy(@ForAll long seed) {
        Random random = new Random(seed);
        List<Holding> holdings = holdings(random);
        List<Target> targets = targets(random, holdings);
        BigDecimal cash = BigDecimal.valueOf(random.nextInt(20_000));

        if (new Rebalancing(holdings, cash, RESERVE).plan(targets) instanceof Plan.Orders(var orders, var cashAfter)) {
            Map<String, BigDecimal> held = new HashMap<>();
            holdings.forEach(holding -> held.put(holding.symbol(), holding.quantity()));
            for (Planned order : orders) {
                BigDecimal sign = BigDecimal.valueOf(order.side().sign());
                BigDecimal before = held.getOrDefault(order.symbol(), BigDecimal.ZERO);
                BigDecimal after = before.add(order.quantity().multiply(sign));
                cash = cash.subtract(order.value().multiply(sign));
                held.put(order.symbol(), after);
                assertThat(order.side() == Side.SELL || cash.compareTo(RESERVE) >= 0)
                        .isTrue();
                assertThat(after.signum() * before.signum()).isNotNegative();
                assertThat(after.abs().compareTo(before.abs())).isEqualTo(order.phase() == Phase.REDUCE ? -1 : 1);
            }
            assertThat(cash).isEqualByComparingTo(cashAfter);
            assertThat(targets)
                    .allSatisfy(target -> assertThat(held.get(target.symbol()))
                            .isEqualByComparingTo(((Target.Quantity) target).quantity()));
        }
    }

    @Property(tries = 500)
    void reducesBeforeItOpens(@ForAll long seed) {
        Random random = new Random(seed);
        List<Holding> holdings = holdings(random);

        Plan plan = new Rebalancing(holdings, BigDecimal.valueOf(1_000_000), RESERVE).plan(targets(random, holdings));

        assertThat(plan).isInstanceOf(Plan.Orders.class);
        assertThat(((Plan.Orders) plan).orders().stream().map(Planned::phase)).isSorted();
    }

    private static List<Holding> holdings(Random random) {
        List<Holding> holdings = new ArrayList<>();
        for (int symbol = 0; symbol < 6; symbol++) {
            holdings.add(new Holding(
                    "S" + symbol,
                    BigDecimal.valueOf(random.nextInt(401) - 200),
                    BigDecimal.valueOf(1 + random.nextInt(5_000), 2),
                    BigDecimal.ONE));
        }
        return holdings;
    }

    private static List<Target> targets(Random random, List<Holding> holdings) {
        return holdings.stream()
                .filter(_ -> random.nextBoolean())
                .<Target>map(
                        holding -> new Target.Quantity(holding.symbol(), BigDecimal.valueOf(random.nextInt(401) - 200)))
                .toList();
    }
}
