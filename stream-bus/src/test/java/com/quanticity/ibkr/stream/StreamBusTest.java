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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.RedisCallback;

class StreamBusTest {

    private final RedisBus redis = new RedisBus();
    private final StreamBus bus = redis.bus;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void deliversInOrderAndAcknowledges() {
        publish(1, 50);

        try (var _ = bus.consume(Topics.OPS_COMMAND, ConsumerGroup.of("g"), StreamHandler.each(this::see))) {
            awaitSeen(50);
        }

        assertThat(seen).containsExactlyElementsOf(names(1, 50));
        assertThat(pending("g")).isZero();
    }

    @Test
    void readsOverOneConnectionHoweverManyMessagesCome() {
        publish(0, 0);
        long before = connections();

        try (var _ = bus.consume(Topics.OPS_COMMAND, ConsumerGroup.of("g"), StreamHandler.each(this::see));
                var _ = bus.tail(Topics.OPS_COMMAND, TailFrom.OLDEST, this::see)) {
            for (int i = 1; i <= 20; i++) {
                publish(i, i);
                awaitSeen(2 * (i + 1));
            }
        }

        assertThat(connections() - before).isEqualTo(2);
    }

    private long connections() {
        return Long.parseLong(redis.redis.execute((RedisCallback<String>)
                connection -> connection.serverCommands().info("stats").getProperty("total_connections_received")));
    }

    @Test
    void triesAFailedMessageAgainBeforeAnythingNewer() {
        publish(1, 3);
        AtomicInteger failures = new AtomicInteger(2);

        try (var _ = bus.consume(Topics.OPS_COMMAND, ConsumerGroup.of("g"), StreamHandler.each(message -> {
            if (message.data().commandId().equals("2") && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("database away");
            }
            see(message);
        }))) {
            awaitSeen(3);
        }

        assertThat(seen).containsExactly("1", "2", "3");
        assertThat(redis.count(StreamBusMeter.FAILED)).isEqualTo(2);
    }

    @Test
    void buriesAMessageThatKeepsFailingAndGoesOn() {
        publish(1, 3);

        try (var _ = bus.consume(
                Topics.OPS_COMMAND, ConsumerGroup.of("g").withMaximumDeliveries(2), StreamHandler.each(message -> {
                    if (message.data().commandId().equals("2")) {
                        throw new IllegalStateException("poison");
                    }
                    see(message);
                }))) {
            awaitSeen(2);
        }

        assertThat(seen).containsExactly("1", "3");
        assertThat(dead())
                .singleElement()
                .satisfies(fields -> assertThat(fields)
                        .containsEntry("dead-group", "g")
                        .containsEntry("dead-reason", "poison")
                        .containsKeys("data", "dead-entry"));
        assertThat(pending("g")).isZero();
    }

    @Test
    void buriesWhatIsNoMessageWithoutAskingTheHandler() {
        redis.redis.opsForStream().add(StreamRecords.newRecord().in(key()).ofMap(Map.of("foo", "bar")));
        publish(1, 1);

        try (var _ = bus.consume(Topics.OPS_COMMAND, ConsumerGroup.of("g"), StreamHandler.each(this::see))) {
            awaitSeen(1);
        }

        assertThat(dead())
                .singleElement()
                .satisfies(fields -> assertThat(fields).containsEntry("foo", "bar"));
    }

    @Test
    void finishesFirstWhatItHadBeforeACrash() {
        publish(1, 2);
        createGroupAndTake("g", "g-1", 1);

        try (var _ = bus.consume(Topics.OPS_COMMAND, ConsumerGroup.of("g"), StreamHandler.each(this::see))) {
            awaitSeen(2);
        }

        assertThat(seen).containsExactly("1", "2");
    }

    @Test
    void goesOnPastWhatWasTrimmedWhileItWasPending() {
        publish(1, 3);
        createGroupAndTake("g", "g-1", 2);
        redis.redis.opsForStream().trim(key(), 1);

        try (var _ = bus.consume(Topics.OPS_COMMAND, ConsumerGroup.of("g"), StreamHandler.each(this::see))) {
            awaitSeen(1);
            await().until(() -> pending("g") == 0);
        }

        assertThat(seen).containsExactly("3");
    }

    @Test
    void takesOverPastWhatWasTrimmed() {
        publish(1, 3);
        createGroupAndTake("g", "dead-consumer", 3);
        redis.redis.opsForStream().trim(key(), 1);

        try (var _ = bus.consume(
                Topics.OPS_COMMAND,
                ConsumerGroup.of("g").withClaimAfter(Duration.ofMillis(200)),
                StreamHandler.each(this::see))) {
            awaitSeen(1);
            await().until(() -> pending("g") == 0);
        }

        assertThat(seen).containsExactly("3");
        assertThat(redis.count(StreamBusMeter.CLAIMED)).isEqualTo(1);
    }

    @Test
    void waitsForAStreamThatDoesNotExistYet() {
        try (var _ = bus.consume(Topics.OPS_COMMAND, ConsumerGroup.of("g"), StreamHandler.each(this::see))) {
            await().until(() -> groups() == 1);
            publish(1, 1);
            awaitSeen(1);
        }
    }

    @Test
    void twoConsumersOfAGroupShareTheMessages() {
        try (var _ = bus.consume(
                        Topics.OPS_COMMAND, ConsumerGroup.of("g").named("g-1"), StreamHandler.each(this::see));
                var _ = bus.consume(
                        Topics.OPS_COMMAND, ConsumerGroup.of("g").named("g-2"), StreamHandler.each(this::see))) {
            publish(1, 30);
            awaitSeen(30);
            await().until(() -> pending("g") == 0);
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(names(1, 30));
    }

    @Test
    void groupGoesOnWhenItsStreamWasRemoved() {
        try (var _ = bus.consume(Topics.OPS_COMMAND, ConsumerGroup.of("g"), StreamHandler.each(this::see))) {
            publish(1, 1);
            awaitSeen(1);
            redis.redis.delete(key());
            publish(2, 2);
            awaitSeen(2);
        }

        assertThat(seen).containsExactly("1", "2");
    }

    @Test
    void takesOverWhatADeadConsumerLeftLying() {
        publish(1, 2);
        createGroupAndTake("g", "dead-consumer", 2);

        try (var _ = bus.consume(
                Topics.OPS_COMMAND,
                ConsumerGroup.of("g").withClaimAfter(Duration.ofMillis(200)),
                StreamHandler.each(this::see))) {
            awaitSeen(2);
        }

        assertThat(seen).containsExactlyInAnyOrder("1", "2");
        assertThat(redis.count(StreamBusMeter.CLAIMED)).isEqualTo(2);
    }

    @Test
    void newGroupMayStartWithTheNewest() {
        publish(1, 3);

        try (var _ = bus.consume(
                Topics.OPS_COMMAND,
                ConsumerGroup.of("g").startingAt(ConsumerGroup.StartAt.NEWEST),
                StreamHandler.each(this::see))) {
            await().until(() -> groups() == 1);
            publish(4, 4);
            awaitSeen(1);
        }

        assertThat(seen).containsExactly("4");
    }

    @Test
    void givesBatchesToAHandlerThatWantsThem() {
        publish(1, 40);
        List<Integer> sizes = new CopyOnWriteArrayList<>();

        try (var _ = bus.consume(Topics.OPS_COMMAND, ConsumerGroup.of("g").withBatchSize(20), messages -> {
            sizes.add(messages.size());
            messages.forEach(this::see);
        })) {
            awaitSeen(40);
        }

        assertThat(sizes).containsExactly(20, 20);
    }

    @Test
    void tailsFromTheOldestTheLastOrNow() {
        publish(1, 3);
        List<String> last = new CopyOnWriteArrayList<>();
        List<String> now = new CopyOnWriteArrayList<>();

        try (var _ = bus.tail(Topics.OPS_COMMAND, TailFrom.OLDEST, this::see);
                var _ = bus.tail(
                        Topics.OPS_COMMAND,
                        TailFrom.LAST,
                        m -> last.add(m.data().commandId()));
                var _ = bus.tail(
                        Topics.OPS_COMMAND, TailFrom.NOW, m -> now.add(m.data().commandId()))) {
            awaitSeen(3);
            await().until(() -> last.size() == 1);
            awaitTailsBlocked();
            publish(4, 4);
            await().untilAsserted(() -> assertThat(now).containsExactly("4"));
            awaitSeen(4);
            await().untilAsserted(() -> assertThat(last).containsExactly("3", "4"));
        }

        assertThat(seen).containsExactly("1", "2", "3", "4");
    }

    @Test
    void givesTheLastMessage() {
        assertThat(bus.last(Topics.OPS_COMMAND)).isEmpty();
        publish(1, 2);

        assertThat(bus.last(Topics.OPS_COMMAND)).map(m -> m.data().commandId()).contains("2");
    }

    @Test
    void keepsTheStreamNearItsBound() {
        long bound = StreamName.OPS_COMMAND.maximumLength();

        publish(1, (int) bound + 500);

        assertThat(redis.redis.opsForStream().size(key())).isBetween(bound, bound + 200);
    }

    private void publish(int first, int last) {
        IntStream.rangeClosed(first, last)
                .forEach(number -> bus.publish(
                        Topics.OPS_COMMAND, "", new OpsCommand.Halt(Integer.toString(number), "trader", "drill")));
    }

    private void see(Envelope<OpsCommand> message) {
        seen.add(message.data().commandId());
    }

    private void awaitSeen(int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> seen.size() >= count);
    }

    private void awaitTailsBlocked() {
        await().until(() -> redis.redis
                .execute((RedisCallback<String>)
                        connection -> String.valueOf(connection.serverCommands().info("clients")))
                .contains("blocked_clients=3"));
    }

    @SuppressWarnings("unchecked") // the driver takes stream offsets as generic varargs
    private void createGroupAndTake(String group, String consumer, int count) {
        redis.redis.opsForStream().createGroup(key(), ReadOffset.from("0-0"), group);
        var taken = redis.redis
                .opsForStream()
                .read(
                        Consumer.from(group, consumer),
                        org.springframework.data.redis.connection.stream.StreamReadOptions.empty()
                                .count(count),
                        StreamOffset.create(key(), ReadOffset.lastConsumed()));
        assertThat(taken).hasSize(count);
    }

    private long pending(String group) {
        return redis.redis.opsForStream().pending(key(), group).getTotalPendingMessages();
    }

    private int groups() {
        return Boolean.TRUE.equals(redis.redis.hasKey(key()))
                ? redis.redis.opsForStream().groups(key()).groupCount()
                : 0;
    }

    private List<Map<Object, Object>> dead() {
        return redis
                .redis
                .opsForStream()
                .range(
                        redis.prefix + StreamName.OPS_COMMAND.deadLetterText(),
                        org.springframework.data.domain.Range.unbounded())
                .stream()
                .map(entry -> entry.getValue())
                .toList();
    }

    private String key() {
        return redis.prefix + StreamName.OPS_COMMAND.text();
    }

    private static List<String> names(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }
}
