package com.quanticity.ibkr.execution.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.StringRedisTemplate;

class StreamLookupIT {

    private static final StreamName STREAM = StreamName.ORDER_COMMAND;
    private static final int ENTRIES = 1_201;

    private final LettuceConnectionFactory connections =
            new LettuceConnectionFactory(RealRedis.host(), RealRedis.port());
    private final Instant attemptedAt = Instant.now();

    @BeforeEach
    void connect() {
        connections.afterPropertiesSet();
        connections.start();
    }

    @AfterEach
    void disconnect() {
        connections.destroy();
    }

    @Test
    void findsAMessageOnEveryPageAndOnlyWhatIsThere() {
        StringRedisTemplate redis = new StringRedisTemplate(connections);
        for (int i = 0; i < ENTRIES; i++) {
            redis.opsForStream()
                    .add(StreamRecords.newRecord().in("lookup:" + STREAM.text()).ofMap(Map.of("id", "message-" + i)));
        }
        StreamLookup lookup = new StreamLookup(redis, "lookup:");

        assertThat(lookup.holds(STREAM, "message-0", attemptedAt)).isTrue();
        assertThat(lookup.holds(STREAM, "message-700", attemptedAt)).isTrue();
        assertThat(lookup.holds(STREAM, "message-" + (ENTRIES - 1), attemptedAt))
                .isTrue();
        assertThat(lookup.holds(STREAM, "message-" + ENTRIES, attemptedAt)).isFalse();
        assertThat(lookup.holds(STREAM, "message-0", attemptedAt.plus(Duration.ofHours(1))))
                .isFalse();
        assertThat(new StreamLookup(redis, "lookup-empty:").holds(STREAM, "message-0", attemptedAt))
                .isFalse();
    }
}
