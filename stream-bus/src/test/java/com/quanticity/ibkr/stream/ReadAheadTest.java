package com.quanticity.ibkr.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.StreamRecords;

class ReadAheadTest {

    private static final ConsumerGroup GROUP =
            ConsumerGroup.of("g").withBatchSize(10).retryingForEver().readingAhead(1_000_000);

    private final RedisBus redis = new RedisBus();
    private final StreamBus bus = redis.bus;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch readAhead = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void readsTheNextBatchWhileOneIsHandledAndKeepsTheOrder() {
        publish(1, 200);

        try (var _ = bus.consume(Topics.OPS_COMMAND, GROUP, this::waitThenSee)) {
            awaitPending(20);
            assertThat(seen).isEmpty();
            readAhead.countDown();
            awaitSeen(200);
            awaitPending(0);
        }

        assertThat(seen).containsExactlyElementsOf(names(1, 200));
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void bringsAFailedBatchAgainBeforeWhatWasReadAhead() {
        publish(1, 35);

        try (var _ = bus.consume(Topics.OPS_COMMAND, GROUP, messages -> {
            if (calls.incrementAndGet() == 1) {
                readAhead.await();
                throw new IllegalStateException("database away");
            }
            see(messages);
        })) {
            awaitPending(20);
            readAhead.countDown();
            awaitSeen(35);
            awaitPending(0);
        }

        assertThat(seen).containsExactlyElementsOf(names(1, 35));
    }

    @Test
    void buriesWhatIsNoMessageWhileTheBatchBeforeItFails() {
        publish(1, 10);
        redis.redis.opsForStream().add(StreamRecords.newRecord().in(key()).ofMap(Map.of("foo", "bar")));
        publish(11, 15);

        try (var _ = bus.consume(Topics.OPS_COMMAND, GROUP, messages -> {
            if (calls.incrementAndGet() == 1) {
                await().until(() -> size(StreamName.OPS_COMMAND.deadLetterText()) == 1);
                throw new IllegalStateException("database away");
            }
            see(messages);
        })) {
            awaitSeen(15);
            awaitPending(0);
        }

        assertThat(seen).containsExactlyElementsOf(names(1, 15));
        assertThat(size(StreamName.OPS_COMMAND.deadLetterText())).isEqualTo(1);
    }

    @Test
    void finishesItsBatchWhenItIsClosedAndLeavesWhatItReadAheadForTheNextStart() {
        publish(1, 30);
        StreamSubscription first = bus.consume(Topics.OPS_COMMAND, GROUP, this::waitThenSee);
        awaitPending(20);
        Thread closing = Thread.startVirtualThread(first::close);
        readAhead.countDown();
        await().until(() -> !closing.isAlive());

        assertThat(seen).containsExactlyElementsOf(names(1, 10));
        assertThat(pending()).isEqualTo(10);
        try (var _ = bus.consume(Topics.OPS_COMMAND, GROUP, this::see)) {
            awaitSeen(30);
        }
        assertThat(seen).containsExactlyElementsOf(names(1, 30));
    }

    @Test
    void asksForAsManyEntriesAsHoldTheTextOfABatch() {
        BatchSize size = new BatchSize(200, 1_000);

        assertThat(size.next()).isEqualTo(10);
        size.saw(entries(10, 10));
        assertThat(size.next()).isEqualTo(100);
        size.saw(entries(100, 1));
        assertThat(size.next()).isEqualTo(200);
        size.saw(entries(200, 5_000));
        assertThat(size.next()).isEqualTo(1);
        assertThat(new BatchSize(100, 0).next()).isEqualTo(100);
    }

    private static List<MapRecord<String, String, String>> entries(int count, int length) {
        MapRecord<String, String, String> one =
                StreamRecords.newRecord().in("key").ofMap(Map.of("d", "x".repeat(length)));
        return IntStream.range(0, count).mapToObj(_ -> one).toList();
    }

    private void waitThenSee(List<Envelope<OpsCommand>> messages) throws InterruptedException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        readAhead.await();
        see(messages);
        atOnce.decrementAndGet();
    }

    private void see(List<Envelope<OpsCommand>> messages) {
        messages.forEach(message -> seen.add(message.data().commandId()));
    }

    private void awaitSeen(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> seen.size() >= count);
    }

    private void awaitPending(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> pending() == count);
    }

    private long pending() {
        return redis.redis.opsForStream().pending(key(), GROUP.group()).getTotalPendingMessages();
    }

    private Long size(String stream) {
        return redis.redis.opsForStream().size(redis.prefix + stream);
    }

    private String key() {
        return redis.prefix + StreamName.OPS_COMMAND.text();
    }

    private void publish(int first, int last) {
        names(first, last)
                .forEach(number -> bus.publish(Topics.OPS_COMMAND, "", new OpsCommand.Halt(number, "trader", "drill")));
    }

    private static List<String> names(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }
}
