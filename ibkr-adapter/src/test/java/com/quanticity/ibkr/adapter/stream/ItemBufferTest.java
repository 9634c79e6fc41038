package com.quanticity.ibkr.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemBufferTest {

    private static final Duration NO_WAIT = Duration.ZERO;

    private final ItemBuffer<Integer> buffer = new ItemBuffer<>(5);

    @Test
    void givesWhatWaitsInOrderAndNoMoreThanAsked() throws InterruptedException {
        buffer.put(List.of(1, 2));
        buffer.put(List.of(3, 4));

        assertThat(buffer.take(3, NO_WAIT)).containsExactly(1, 2, 3);
        assertThat(buffer.take(3, NO_WAIT)).containsExactly(4);
        assertThat(buffer.take(3, NO_WAIT)).isEmpty();
    }

    @Test
    void dropsTheOldestBeyondItsBoundAndCountsThem() throws InterruptedException {
        assertThat(buffer.put(List.of(1, 2, 3, 4))).isZero();
        assertThat(buffer.put(List.of(5, 6, 7))).isEqualTo(2);

        assertThat(buffer.take(10, NO_WAIT)).containsExactly(3, 4, 5, 6, 7);
    }

    @Test
    void wakesAWaitingTaker() throws InterruptedException {
        Thread.ofVirtual().start(() -> buffer.put(List.of(1)));

        assertThat(buffer.take(1, Duration.ofSeconds(10))).hasSize(1);
    }

    @Test
    void waitsNoMoreOnceClosedAndGivesTheRest() throws InterruptedException {
        buffer.put(List.of(1));
        buffer.close();

        assertThat(buffer.isFinished()).isFalse();
        assertThat(buffer.take(5, Duration.ofHours(1))).containsExactly(1);
        assertThat(buffer.take(5, Duration.ofHours(1))).isEmpty();
        assertThat(buffer.isFinished()).isTrue();
    }
}
