package com.quanticity.ibkr.gateway.session;

import static com.quanticity.ibkr.model.session.SessionState.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.peer.Peer;
import io.micrometer.core.instrument.Gauge;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * 100,000 ticks a second through a real socket into the session's consumer: two seconds of it in every build, a minute with the profile
 * {@code soak}. Nothing here depends on how fast the machine is: a sender that falls behind its pace sends as fast as it can.
 */
@Timeout(180)
class BurstTest extends SessionFixture {

    private static final int TICKS_PER_SECOND = 100_000;
    private static final int STEPS_PER_SECOND = 100;
    private static final int SECONDS = Integer.getInteger("ibkr.burst.seconds", 2);
    private static final int STEPS = SECONDS * STEPS_PER_SECOND;
    private static final int TICKS = SECONDS * TICKS_PER_SECOND;
    private static final int CAPACITY = FlowSettings.DEFAULT_HAND_OVER_CAPACITY;
    private static final long MOST_GROWTH = 32L * 1024 * 1024;

    private final SequenceCheck check = new SequenceCheck();

    @Test
    void losesNothingAndKeepsMemoryFlatAtAHundredThousandTicksASecond() {
        GatewaySession session = startWith(settings(LONG, Duration.ofSeconds(5), LONG, CAPACITY), check);
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        Thread.ofPlatform().daemon().start(() -> answerProbes(peer));
        Gauge waiting = registry.get("gateway.hand.over.waiting").gauge();
        double mostWaiting = 0;
        long usedEarly = 0;

        long start = System.nanoTime();
        for (int step = 0; step < STEPS; step++) {
            awaitTurn(start, step);
            peer.sendBytes(ticks(step));
            mostWaiting = Math.max(mostWaiting, waiting.value());
            if (step == STEPS / 4) {
                usedEarly = usedAfterCollection();
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> check.last == TICKS);
        double took = (System.nanoTime() - start) / 1e9;
        long growth = usedAfterCollection() - usedEarly;

        System.out.printf(
                "burst seconds=%d ticksPerSecond=%d mostWaiting=%d heapGrowthKiB=%d%n",
                SECONDS, Math.round(TICKS / took), Math.round(mostWaiting), growth / 1024);
        assertThat(check.holes).isZero();
        assertThat(registry.get("gateway.events.dropped").counter().count()).isZero();
        assertThat(mostWaiting).isLessThanOrEqualTo(CAPACITY);
        assertThat(growth).isLessThan(MOST_GROWTH);
        assertThat(session.state()).isEqualTo(READY);
    }

    /** Ticks are numbered by their size, from 1 on. */
    private static byte[] ticks(int step) {
        int first = step * (TICKS_PER_SECOND / STEPS_PER_SECOND) + 1;
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < TICKS_PER_SECOND / STEPS_PER_SECOND; i++) {
            frames.writeBytes(Peer.frame("2", "6", "7", "8", Integer.toString(first + i)));
        }
        return frames.toByteArray();
    }

    private static void awaitTurn(long start, int step) {
        long due = start + Duration.ofSeconds(1).toNanos() / STEPS_PER_SECOND * step;
        long early = due - System.nanoTime();
        while (early > 0) {
            LockSupport.parkNanos(early);
            early = due - System.nanoTime();
        }
    }

    private static void answerProbes(Peer peer) {
        try {
            while (true) {
                peer.expect("49");
                peer.send("49", "1", "1775931128");
            }
        } catch (UncheckedIOException e) {
            // The session is over.
            return;
        }
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Keeps nothing but the last number. */
    private static final class SequenceCheck implements SessionListener {

        private volatile long last;
        private volatile long holes;

        @Override
        public void onEvents(EventBatch batch) {
            for (GatewayEvent event : batch.events()) {
                if (event instanceof TickSize tick) {
                    check(tick.unscaledSize());
                }
            }
        }

        /** One thread writes. */
        @SuppressWarnings("NonAtomicVolatileUpdate")
        private void check(long number) {
            if (number != last + 1) {
                holes++;
            }
            last = number;
        }
    }
}
