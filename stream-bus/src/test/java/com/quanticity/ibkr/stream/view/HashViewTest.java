package com.quanticity.ibkr.stream.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.test.RealRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class HashViewTest {

    private static final Instant MOMENT = Instant.parse("2026-03-02T14:30:00Z");

    private final LettuceConnectionFactory connections = connections();
    private final StringRedisTemplate redis = new StringRedisTemplate(connections);
    private final String hash = "view-" + System.nanoTime();
    private final String asOf = hash + ":as-of";
    private final HashView view = new HashView(redis, hash, asOf, Duration.ofMinutes(2));

    @AfterEach
    void close() {
        view.clear();
        connections.destroy();
    }

    @Test
    void replacesEverythingAndLivesForATime() {
        view.replace(Map.of("a", "1", "b", "2"), MOMENT);
        view.replace(Map.of("b", "3"), MOMENT.plusSeconds(1));

        assertThat(fields()).containsExactly(Map.entry("b", "3"));
        assertThat(redis.opsForValue().get(asOf)).isEqualTo("2026-03-02T14:30:01Z");
        assertThat(redis.getExpire(hash)).isBetween(100L, 120L);
        assertThat(redis.getExpire(asOf)).isBetween(100L, 120L);
    }

    @Test
    void nothingIsSomethingElseThanNotKnown() {
        view.replace(Map.of(), MOMENT);
        assertThat(fields()).isEmpty();
        assertThat(redis.hasKey(asOf)).isTrue();

        view.clear();
        assertThat(redis.hasKey(asOf)).isFalse();
    }

    @Test
    void writesWhatChangedOnly() {
        view.replace(Map.of("a", "1", "b", "2", "c", "3"), MOMENT);

        assertThat(view.change(3, Map.of("b", "4", "d", "5"), List.of("a", "c"), MOMENT.plusSeconds(2)))
                .isTrue();

        assertThat(fields()).containsExactlyInAnyOrderEntriesOf(Map.of("b", "4", "d", "5"));
        assertThat(redis.opsForValue().get(asOf)).isEqualTo("2026-03-02T14:30:02Z");
    }

    @Test
    void changesNothingOfAHashThatRedisLost() {
        view.replace(Map.of("a", "1", "b", "2"), MOMENT);
        redis.delete(List.of(hash, asOf));

        assertThat(view.change(2, Map.of("b", "4"), List.of(), MOMENT)).isFalse();

        assertThat(redis.hasKey(hash)).isFalse();
        assertThat(redis.hasKey(asOf)).isFalse();
    }

    @Test
    void holdsThousands() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            many.put("f" + i, "v" + i);
        }

        view.replace(many, MOMENT);

        assertThat(redis.opsForHash().size(hash)).isEqualTo(20_000);
    }

    private Map<String, String> fields() {
        return redis.<String, String>opsForHash().entries(hash);
    }

    private static LettuceConnectionFactory connections() {
        LettuceConnectionFactory connections = new LettuceConnectionFactory(RealRedis.host(), RealRedis.port());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }
}
