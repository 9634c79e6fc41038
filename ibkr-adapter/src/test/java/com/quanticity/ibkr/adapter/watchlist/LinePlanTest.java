package com.quanticity.ibkr.adapter.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.watchlist.LinePlan.Wish;
import java.util.List;
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
        LineBudget budget = new LineBudget(100);

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
}
