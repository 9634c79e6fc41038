package com.quanticity.ibkr.adapter.historical.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.historical.plan.FinishTime.Load;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinishTimeTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Load SIX = load(6, 1, false, 1);

    @Test
    void aloneIsAsQuickAsThePacingRules() {
        assertThat(FinishTime.left(SIX, List.of(), TEN_SECONDS)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void bidAskTakesTwiceAsLong() {
        assertThat(FinishTime.left(load(6, 2, false, 1), List.of(), TEN_SECONDS))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void othersOfTheRankTakeTurnsUntilOneIsDone() {
        assertThat(FinishTime.left(SIX, List.of(load(600, 1, false, 1), load(2, 1, false, 1)), TEN_SECONDS))
                .isEqualTo(Duration.ofSeconds(140));
    }

    @Test
    void urgentOnesGoFirstAndWaitForNobody() {
        Load gap = load(3, 1, true, 1);

        assertThat(FinishTime.left(SIX, List.of(gap), TEN_SECONDS)).isEqualTo(Duration.ofSeconds(90));
        assertThat(FinishTime.left(gap, List.of(SIX), TEN_SECONDS)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void slowAnswersDecideWhenTheyAreSlowerThanTheRules() {
        assertThat(FinishTime.left(load(6, 1, false, 25), List.of(), TEN_SECONDS))
                .isEqualTo(Duration.ofSeconds(150));
    }

    private static Load load(long requests, int weight, boolean urgent, int answerSeconds) {
        return new Load(requests, weight, urgent, Duration.ofSeconds(answerSeconds));
    }
}
