package com.quanticity.ibkr.gateway.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MessageBudgetTest {

    private static final long SECOND = MessageBudget.WINDOW_NANOS;

    @Test
    void allowsABurstAndThenMakesWait() {
        MessageBudget budget = new MessageBudget(45);
        for (int i = 0; i < 45; i++) {
            assertThat(budget.tryTake(1_000 + i, 45)).isTrue();
        }

        assertThat(budget.tryTake(1_045, 45)).isFalse();
        assertThat(budget.waitNanos(1_045, 45, 0)).isEqualTo(SECOND - 45);
        assertThat(budget.used(1_045)).isEqualTo(45);
        assertThat(budget.tryTake(1_000 + SECOND, 45)).isTrue();
    }

    @Property(tries = 200)
    void neverExceedsTheLimitInAnySecond(
            @ForAll @IntRange(min = 1, max = 10) int limit,
            @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 400) Integer> pausesInMillis) {
        MessageBudget budget = new MessageBudget(limit);
        List<Long> taken = new ArrayList<>();
        long now = 0;
        for (int pause : pausesInMillis) {
            now += Duration.ofMillis(pause).toNanos();
            if (budget.tryTake(now, limit)) {
                taken.add(now);
            }
        }

        for (long from : taken) {
            assertThat(taken.stream()
                            .filter(at -> at >= from && at < from + SECOND)
                            .count())
                    .isLessThanOrEqualTo(limit);
        }
    }
}
