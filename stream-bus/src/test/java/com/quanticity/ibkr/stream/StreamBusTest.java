package com.quanticity.ibkr.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.stream.StreamRecords;

class StreamBusTest extends BusFixture {

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
}
