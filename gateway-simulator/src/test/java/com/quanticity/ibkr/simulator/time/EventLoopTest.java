package com.quanticity.ibkr.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.EPOCH);
    private final EventLoop loop = new EventLoop(time).start();
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void runsTimersInTheOrderTheyAreDue() {
        loop.after(Duration.ofSeconds(2), () -> done.add("late"));
        loop.after(Duration.ofSeconds(1), () -> done.add("early"));
        loop.after(Duration.ofSeconds(1), () -> done.add("early too"));
        loop.after(Duration.ofSeconds(9), () -> done.add("not yet"));

        time.advance(Duration.ofSeconds(3));

        assertThat(done).containsExactly("early", "early too", "late");
    }

    @Test
    void runsNoCancelledTimer() {
        loop.after(Duration.ofSeconds(1), () -> done.add("cancelled")).cancel();

        time.advance(Duration.ofSeconds(3));

        assertThat(done).isEmpty();
    }

    @Test
    void advancesOnlyWhenWhatFollowsIsDoneToo() {
        loop.after(Duration.ofSeconds(1), () -> countDown(1000));

        time.advance(Duration.ofSeconds(1));

        assertThat(done).hasSize(1000);
    }

    private void countDown(int left) {
        if (left > 0) {
            done.add("step");
            loop.execute(() -> countDown(left - 1));
        }
    }

    @Test
    void goesOnAfterATaskThatThrows() {
        loop.execute(() -> {
            throw new IllegalStateException("as expected by the test");
        });

        assertThat(loop.<String>call(() -> "still there")).isEqualTo("still there");
        assertThat(loop.failures()).isOne();
    }

    @Test
    void throwsToTheCallerWhatItsTaskThrew() {
        assertThatThrownBy(() -> loop.call(() -> {
                    throw new IllegalArgumentException("mine");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
    }

    @Test
    void refusesCallsOnceClosed() {
        loop.close();

        assertThatThrownBy(() -> loop.call(() -> null)).hasMessage("the simulator is closed");
    }

    @Test
    void wakesByItselfOnTheRealClock() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        try (EventLoop real = new EventLoop(SimulatorTime.real()).start()) {
            real.after(Duration.ofMillis(20), woken::countDown);

            assertThat(woken.await(40, TimeUnit.SECONDS)).isTrue();
        }
    }
}
