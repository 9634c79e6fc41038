package com.quanticity.ibkr.gateway.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void leavesSlotsForTheKillAndTheCancels() {
        assertThat(slotsOf(45)).containsExactly(45, 44, 42, 40, 40);
        assertThat(slotsOf(12)).containsExactly(12, 11, 10, 10, 10);
        assertThat(slotsOf(6)).containsExactly(6, 5, 4, 4, 4);
        assertThat(slotsOf(3)).containsExactly(3, 2, 1, 1, 1);
        assertThat(slotsOf(2)).containsExactly(2, 2, 1, 1, 1);
    }

    @Test
    void givesOnlyWhatMakesThingsSaferSlotsThatNobodyAgreedTo() {
        assertThat(slotsOf(1)).containsExactly(2, 2, 1, 1, 1);
        assertThat(slotsOf(0)).containsExactly(2, 2, 0, 0, 0);
    }

    @Test
    void neverLetsAFloodTakeTheSlotOfACancel() {
        assertThat(IntStream.rangeClosed(0, 100)).allSatisfy(slots -> {
            assertThat(Lane.CANCEL.slotsOf(slots)).isGreaterThan(Lane.ORDER.slotsOf(slots));
            assertThat(Lane.ORDER.slotsOf(slots)).isGreaterThanOrEqualTo(Lane.DATA.slotsOf(slots));
        });
    }

    private static List<Integer> slotsOf(int slots) {
        return Stream.of(Lane.values()).map(lane -> lane.slotsOf(slots)).toList();
    }
}
