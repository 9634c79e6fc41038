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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.core.RedisCallback;

/** A bus on a Redis of its own, and commands to send through it. */
abstract class BusFixture {

    final RedisBus redis = new RedisBus();
    final StreamBus bus = redis.bus;
    final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        redis.close();
    }

    final long connections() {
        return Long.parseLong(redis.redis.execute((RedisCallback<String>)
                connection -> connection.serverCommands().info("stats").getProperty("total_connections_received")));
    }

    final void publish(int first, int last) {
        IntStream.rangeClosed(first, last)
                .forEach(number -> bus.publish(
                        Topics.OPS_COMMAND, "", new OpsCommand.Halt(Integer.toString(number), "trader", "drill")));
    }

    final void see(Envelope<OpsCommand> message) {
        seen.add(message.data().commandId());
    }

    final void awaitSeen(int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> seen.size() >= count);
    }

    final void awaitTailsBlocked() {
        await().until(() -> redis.redis
                .execute((RedisCallback<String>)
                        connection -> String.valueOf(connection.serverCommands().info("clients")))
                .contains("blocked_clients=3"));
    }

    @SuppressWarnings("unchecked") // the driver takes stream offsets as generic varargs
    final void createGroupAndTake(String group, String consumer, int count) {
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

    final long pending(String group) {
        return redis.redis.opsForStream().pending(key(), group).getTotalPendingMessages();
    }

    final int groups() {
        return Boolean.TRUE.equals(redis.redis.hasKey(key()))
                ? redis.redis.opsForStream().groups(key()).groupCount()
                : 0;
    }

    final List<Map<Object, Object>> dead() {
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

    final String key() {
        return redis.prefix + StreamName.OPS_COMMAND.text();
    }

    static List<String> names(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }
}
