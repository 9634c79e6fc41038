package com.quanticity.ibkr.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.quanticity.ibkr.simulator.time.SimulatorTime.Accelerated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SimulatorTimeTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private final AtomicLong nanos = new AtomicLong(77);

    @Test
    void runsAtItsOwnSpeedFromItsOwnStart() {
        Accelerated time = new Accelerated(START, 60, nanos::get);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(time.instant()).isEqualTo(START.plusSeconds(120));
        assertThat(time.real(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void jumpsAheadAndGoesOn() {
        Accelerated time = new Accelerated(START, 10, nanos::get);

        time.advance(Duration.ofHours(1));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(time.instant()).isEqualTo(START.plusSeconds(3610));
    }

    @Test
    void runsTimersEarlyOnAnAcceleratedClock() throws Exception {
        try (EventLoop loop = new EventLoop(SimulatorTime.accelerated(START, 100_000)).start()) {
            CountDownLatch anHourIsOver = new CountDownLatch(1);
            loop.after(Duration.ofHours(1), anHourIsOver::countDown);

            assertThat(anHourIsOver.await(40, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void runsTimersThatAJumpMadeDue() throws Exception {
        Accelerated time = SimulatorTime.accelerated(START, 1);
        try (EventLoop loop = new EventLoop(time).start()) {
            CountDownLatch anHourIsOver = new CountDownLatch(1);
            loop.after(Duration.ofHours(1), anHourIsOver::countDown);

            time.advance(Duration.ofHours(1));

            assertThat(anHourIsOver.await(40, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void showsEveryTaskTheTimeItIsDueAt() {
        SimulatorTime.Stepped time = SimulatorTime.stepped(START);
        try (EventLoop loop = new EventLoop(time).start()) {
            List<Instant> seen = new ArrayList<>();
            loop.after(Duration.ofSeconds(1), () -> repeat(loop, seen));

            time.advance(Duration.ofSeconds(4));

            assertThat(seen)
                    .containsExactly(
                            START.plusSeconds(1), START.plusSeconds(2), START.plusSeconds(3), START.plusSeconds(4));
            assertThat(time.instant()).isEqualTo(START.plusSeconds(4));
        }
    }

    private static void repeat(EventLoop loop, List<Instant> seen) {
        seen.add(loop.now());
        loop.after(Duration.ofSeconds(1), () -> repeat(loop, seen));
    }

    @Test
    void refusesImpossibleSpeedsAndStepsBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatorTime.accelerated(START, 0))
                .withMessageContaining("speed must be above zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatorTime.stepped(START).advance(Duration.ofSeconds(-1)))
                .withMessageContaining("cannot go back");
    }
}
