package com.quanticity.ibkr.adapter.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.marketdata.LineHolder;
import com.quanticity.ibkr.adapter.watchlist.LinePlan.Wish;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinePlanTest {

    private static final List<Wish> WISHES =
            List.of(new Wish("SPY", 1, 1), new Wish("AIG", 100, 2), new Wish("QQQ", 50, 3), new Wish("BAC", 100, 4));

    @Test
    void linesGoToTheLowestPriorityNumbersAndAmongEqualsToWhoCameFirst() {
        assertThat(LinePlan.served(WISHES, 3)).containsExactly("SPY", "QQQ", "AIG");
        assertThat(LinePlan.served(WISHES, 10)).hasSize(4);
        assertThat(LinePlan.last(WISHES).symbol()).isEqualTo("BAC");
    }

    @Test
    void budgetLearnsFromTheBrokerAndTriesOneMoreNowAndThen() {
        LineBudget budget = new LineBudget(100, Stream::of);

        assertThat(budget.probe()).as("all are used").isFalse();
        assertThat(budget.onNoLine(100)).isFalse();
        assertThat(budget.onNoLine(40)).isTrue();
        assertThat(budget.limit()).isEqualTo(40);
        assertThat(budget.probe()).isTrue();
        assertThat(budget.limit()).isEqualTo(41);
        assertThat(budget.onNoLine(40)).isTrue();
        assertThat(budget.onNoLine(0)).isTrue();
        assertThat(budget.limit()).as("never none at all").isOne();
    }

    @Test
    void barsTakeLinesForGoodAndSnapshotsForAMoment() {
        LineBudget budget = new LineBudget(100, () -> Stream.of(new Holder(10, true), new Holder(20, false)));

        assertThat(budget.limit()).isEqualTo(90);
        assertThat(budget.takenByOthers()).isEqualTo(30);

        assertThat(budget.onNoLine(50))
                .as("50 of level 1, 10 bars, 20 snapshots")
                .isTrue();
        assertThat(budget.limit()).as("snapshots give theirs back").isEqualTo(70);
    }

    private record Holder(int linesHeld, boolean isLasting) implements LineHolder {}
}
