package com.quanticity.ibkr.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealRedisTest {

    @BeforeEach
    void empty() {
        RealRedis.flush();
    }

    @AfterEach
    void bringBack() {
        RealRedis.start();
    }

    @Test
    void takesStreamEntries() {
        long length = ask(redis -> {
            redis.xadd("market.quote", Map.of("v", "1"));
            return redis.xlen("market.quote");
        });

        assertThat(length).isOne();
    }

    @Test
    void keepsItsDataOverARestart() {
        ask(redis -> redis.set("key", "value"));

        RealRedis.stop();
        RealRedis.start();

        String value = ask(redis -> redis.get("key"));
        assertThat(value).isEqualTo("value");
    }

    @Test
    void isGoneAfterStop() {
        RealRedis.stop();

        assertThat(RealRedis.isRunning()).isFalse();
        assertThatThrownBy(() -> new Socket(RealRedis.host(), RealRedis.port()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void forgetsEverythingOnFlush() {
        ask(redis -> redis.set("key", "value"));

        RealRedis.flush();

        long keys = ask(RedisCommands::dbsize);
        assertThat(keys).isZero();
    }

    private static <T> T ask(Function<RedisCommands<String, String>, T> question) {
        try (RedisClient client = RedisClient.create(RealRedis.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }
}
