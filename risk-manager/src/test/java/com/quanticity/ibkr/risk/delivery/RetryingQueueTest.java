package com.quanticity.ibkr.risk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.risk.RiskMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryingQueueTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Integer> delivered = new CopyOnWriteArrayList<>();

    @Test
    void deliversInOrder() {
        try (RetryingQueue<Integer> queue = queue(1_000, delivered::addAll)) {
            IntStream.range(0, 100).forEach(queue::offer);

            await().until(() -> queue.waiting() == 0);
        }

        assertThat(delivered).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void deliversAgainAfterFailuresWithoutOvertaking() {
        AtomicInteger failures = new AtomicInteger(3);
        try (RetryingQueue<Integer> queue = queue(1_000, failing(failures))) {
            IntStream.range(0, 10).forEach(queue::offer);

            await().until(() -> queue.waiting() == 0);
        }

        assertThat(delivered).isEqualTo(IntStream.range(0, 10).boxed().toList());
        assertThat(meters.counter(RiskMeter.DELIVERY_FAILED.meterName(), "queue", "test")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void givesUpTheOldestWhenFullAndCountsThem() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        RetryingQueue<Integer> queue = queue(3, items -> {
            started.countDown();
            blocked.await();
            delivered.addAll(items);
        });

        queue.offer(0);
        started.await();
        IntStream.rangeClosed(1, 5).forEach(queue::offer);
        blocked.countDown();
        queue.close();

        assertThat(delivered).containsExactly(0, 3, 4, 5);
        assertThat(meters.counter(RiskMeter.DELIVERY_DROPPED.meterName(), "queue", "test")
                        .count())
                .isEqualTo(2);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void deliversWhatWaitsBeforeItStops() {
        RetryingQueue<Integer> queue = queue(1_000, delivered::addAll);
        IntStream.range(0, 5).forEach(queue::offer);

        queue.close();

        assertThat(delivered).containsExactly(0, 1, 2, 3, 4);
    }

    private RetryingQueue<Integer> queue(int capacity, RetryingQueue.Delivery<Integer> delivery) {
        return new RetryingQueue<>("test", capacity, delivery, meters).start();
    }

    private RetryingQueue.Delivery<Integer> failing(AtomicInteger failures) {
        return items -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("away");
            }
            delivered.addAll(items);
        };
    }
}
