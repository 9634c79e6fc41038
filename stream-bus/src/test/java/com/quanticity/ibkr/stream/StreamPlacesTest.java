package com.quanticity.ibkr.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.stream.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Range;

/** Going on where somebody ended: after a crash, after a trim, from a place or a moment. */
class StreamPlacesTest extends BusFixture {

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
    void tailGoesOnWhereAnotherEndedAndFromAMoment() {
        publish(1, 3);
        String place;
        try (StreamSubscription tail = bus.tail(Topics.OPS_COMMAND, TailFrom.OLDEST, this::see)) {
            assertThat(tail.position()).isEmpty();
            awaitSeen(3);
            await().until(() -> tail.position().isPresent());
            place = tail.position().orElseThrow();
        }
        publish(4, 5);
        seen.clear();

        try (var _ = bus.tail(Topics.OPS_COMMAND, TailFrom.after(place), this::see)) {
            awaitSeen(2);
        }
        assertThat(seen).containsExactly("4", "5");
        seen.clear();
        Instant third = Instant.ofEpochMilli(Long.parseLong(place.substring(0, place.indexOf('-'))));
        try (var _ = bus.tail(Topics.OPS_COMMAND, TailFrom.since(third), this::see)) {
            await().until(() -> seen.contains("5"));
        }
        assertThat(seen).contains("3", "4", "5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TailFrom.after("$"))
                .withMessageContaining("no id");
    }

    @Test
    void countsThatEntriesAreGoneAfterThePlaceToGoOnFrom() {
        publish(1, 3);
        List<String> ids =
                redis
                        .redis
                        .<String, String>opsForStream()
                        .range(redis.prefix + "ops.command", Range.unbounded())
                        .stream()
                        .map(entry -> entry.getId().getValue())
                        .toList();
        redis.redis.opsForStream().delete(redis.prefix + "ops.command", ids.get(0), ids.get(1));

        try (var _ = bus.tail(Topics.OPS_COMMAND, TailFrom.after(ids.getFirst()), this::see)) {
            awaitSeen(1);
        }

        assertThat(redis.count(StreamBusMeter.TRIMMED_UNREAD)).isOne();
    }
}
