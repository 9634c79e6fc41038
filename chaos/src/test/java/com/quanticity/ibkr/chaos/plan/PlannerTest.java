package com.quanticity.ibkr.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final String PLAN_OF_17 = """
            sell 730 QQQ at market at 90 ms
            buy 620 SPY at market at 704 ms
            buy 70 AAPL at market at 1144 ms
            sell 1050 SPY limited -1.83 % from last at 1646 ms, change to 1160 at 0.00 % at 2277 ms, cancel at 2277 ms
            sell 1290 QQQ limited -1.17 % from last at 1705 ms, cancel at 2706 ms
            LATE_EXECUTIONS at 1352 ms for 612 ms""";

    private final Planner planner = new Planner(EnumSet.allOf(FaultKind.class));

    @Test
    void drawsTheSamePlanForTheSameSeed() {
        assertThat(planner.plan(42)).isEqualTo(new Planner(EnumSet.allOf(FaultKind.class)).plan(42));
        assertThat(planner.plan(42)).isNotEqualTo(planner.plan(43));
    }

    @Test
    void drawsEveryKindOfFault() {
        assertThat(LongStream.range(0, 200)
                        .mapToObj(planner::plan)
                        .flatMap(plan -> plan.faults().stream())
                        .map(PlannedFault::kind))
                .contains(FaultKind.values());
    }

    @Test
    void drawsEveryKindOfTrade() {
        assertThat(LongStream.range(0, 100)
                        .mapToObj(planner::plan)
                        .flatMap(plan -> plan.trades().stream())
                        .map(Object::getClass)
                        .distinct())
                .containsExactlyInAnyOrder(
                        PlannedOrder.class, PlannedGroup.class, PlannedBracket.class, PlannedTwap.class);
    }

    /** What is written down about a seed today must still be what it does tomorrow; change it knowingly, or findings lose their seeds. */
    @Test
    void drawsForASeedWhatItAlwaysDrew() {
        assertThat(planner.plan(17).lines()).containsExactly(PLAN_OF_17.split("\n"));
    }

    @Test
    void drawsOnlyTheFaultsThatAreAllowed() {
        Planner cuts = new Planner(EnumSet.of(FaultKind.LINK_CUT));

        assertThat(cuts.plan(1).faults()).isNotEmpty().allMatch(fault -> fault.kind() == FaultKind.LINK_CUT);
    }

    @Test
    void refusesToDrawFromNothing() {
        assertThatThrownBy(() -> new Planner(EnumSet.noneOf(FaultKind.class)))
                .hasMessageContaining("name at least one");
    }
}
