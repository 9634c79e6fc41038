package com.quanticity.ibkr.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaggingGroupTest {

    private static final ConsumerGroup GROUP =
            ConsumerGroup.of("g").withBatchSize(10).retryingForEver().measuringAge();

    private final RedisBus redis = new RedisBus();
    private final StreamBus bus = redis.bus;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<TrimmedEntries> trimmed = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void buriesARejectedMessageAtOnceAndHandsTheOthersOverAgain() {
        publish(1, 4);

        try (var _ = bus.consume(Topics.OPS_COMMAND, GROUP, messages -> {
            for (int i = 0; i < messages.size(); i++) {
                if (id(messages.get(i)).equals("3")) {
                    throw new RejectedMessageException(i, "not this one", new IllegalStateException());
                }
            }
            messages.forEach(message -> seen.add(id(message)));
        })) {
            await().atMost(Duration.ofSeconds(10)).until(() -> seen.size() == 3);
        }

        assertThat(seen).containsExactly("1", "2", "4");
        assertThat(redis.redis.opsForStream().size(redis.prefix + StreamName.OPS_COMMAND.deadLetterText()))
                .isEqualTo(1);
    }

    @Test
    void tellsHowFarAGroupIsBehind() {
        assertThat(bus.lag(Topics.OPS_COMMAND, GROUP)).isEqualTo(GroupLag.NONE);
        publish(1, 20);
        assertThat(bus.lag(Topics.OPS_COMMAND, GROUP).entries()).isEqualTo(20);
        CountDownLatch go = new CountDownLatch(1);

        try (var _ = bus.consume(Topics.OPS_COMMAND, GROUP, messages -> {
            seen.add("");
            go.await();
        })) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !seen.isEmpty());
            assertThat(bus.lag(Topics.OPS_COMMAND, GROUP).unfinished()).isEqualTo(10);
            assertThat(bus.lag(Topics.OPS_COMMAND, GROUP).entries()).isBetween(1L, 20L);

            go.countDown();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> bus.lag(Topics.OPS_COMMAND, GROUP).equals(GroupLag.NONE));
        }
    }

    @Test
    void saysSoWhenEntriesWereTrimmedBeforeTheyWereRead() {
        publish(1, 10);
        try (var _ = bus.consume(Topics.OPS_COMMAND, GROUP, handler())) {
            await().atMost(Duration.ofSeconds(10)).until(() -> seen.size() == 10);
        }
        publish(11, 30);
        redis.redis.opsForStream().trim(redis.prefix + StreamName.OPS_COMMAND.text(), 5);

        try (var _ = bus.consume(Topics.OPS_COMMAND, GROUP, handler())) {
            await().atMost(Duration.ofSeconds(10)).until(() -> seen.size() == 15);
        }

        // Redis may have handed the first entry to the read that the close ended; that one is told by itself.
        assertThat(trimmed).filteredOn(gone -> gone.entries() == 0).hasSize(1);
        assertThat(seen).endsWith("29", "30");
    }

    @Test
    void countsEntriesTrimmedWhileTheyWereUnfinished() {
        publish(1, 10);
        CountDownLatch trimmedAway = new CountDownLatch(1);

        try (var _ = bus.consume(Topics.OPS_COMMAND, GROUP, new StreamHandler<>() {
            @Override
            public void handle(List<Envelope<OpsCommand>> messages) {
                if (trimmedAway.getCount() > 0) {
                    redis.redis.opsForStream().trim(redis.prefix + StreamName.OPS_COMMAND.text(), 4);
                    trimmedAway.countDown();
                    throw new IllegalStateException("database away");
                }
                messages.forEach(message -> seen.add(id(message)));
            }

            @Override
            public void onTrimmed(TrimmedEntries gone) {
                trimmed.add(gone);
            }
        })) {
            await().atMost(Duration.ofSeconds(10)).until(() -> seen.size() == 4);
        }

        assertThat(seen).containsExactly("7", "8", "9", "10");
        assertThat(trimmed.stream().mapToLong(TrimmedEntries::entries).sum()).isEqualTo(6);
    }

    @Test
    void keepsAStreamWithinItsMemory() {
        publish(1, 2_000);
        String key = redis.prefix + StreamName.OPS_COMMAND.text();
        StreamMemory memory = new StreamMemory(redis.redis, new SimpleMeterRegistry());

        long before = memory.bound(key, StreamName.OPS_COMMAND, 100_000);
        long after = memory.bound(key, StreamName.OPS_COMMAND, 100_000);

        assertThat(before).isGreaterThan(200_000);
        assertThat(after).isLessThan(110_000);
    }

    private StreamHandler<OpsCommand> handler() {
        return new StreamHandler<>() {
            @Override
            public void handle(List<Envelope<OpsCommand>> messages) {
                messages.forEach(message -> seen.add(id(message)));
            }

            @Override
            public void onTrimmed(TrimmedEntries gone) {
                trimmed.add(gone);
            }
        };
    }

    private void publish(int first, int last) {
        IntStream.rangeClosed(first, last)
                .forEach(number -> bus.publish(
                        Topics.OPS_COMMAND, "", new OpsCommand.Halt(Integer.toString(number), "trader", "drill")));
    }

    private static String id(Envelope<OpsCommand> message) {
        return message.data().commandId();
    }
}
