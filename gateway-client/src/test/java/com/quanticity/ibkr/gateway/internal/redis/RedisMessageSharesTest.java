package com.quanticity.ibkr.gateway.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.pacing.MessageShare;
import com.quanticity.ibkr.gateway.pacing.MessageShare.Standing;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisMessageSharesTest {

    private static final String GATEWAY = "127.0.0.1:4002";
    private static final Duration LONG = Duration.ofSeconds(10);

    private final TestRedis redis = new TestRedis();
    private final RedisMessageShares shares = new RedisMessageShares(redis.redis, redis.prefix);

    /** The gateway has been known for longer than a share lives, so nobody is held to its fixed part. */
    @BeforeEach
    void gatewayIsKnown() {
        redis.redis.opsForHash().put(redis.prefix + "ib:pacing:" + GATEWAY, "born", "1");
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void givesOneSessionTheWholeBudgetWhenItWantsIt() {
        try (MessageShare adapter = open(1)) {
            await().until(() -> adapter.slots() == 12);
            adapter.want(100);
            await().atMost(LONG).until(() -> adapter.slots() == 45);
            assertThat(adapter.standing()).isEqualTo(Standing.SHARED);
        }
    }

    @Test
    void givesBackWhatIsNotUsed() {
        try (MessageShare adapter = open(1)) {
            adapter.want(45);
            await().atMost(LONG).until(() -> adapter.slots() == 45);
            await().atMost(LONG).until(() -> adapter.slots() == 12);
        }
    }

    @Test
    void dividesWhatAllWantAndKeepsEveryFixedPart() {
        try (MessageShare adapter = open(1);
                MessageShare risk = open(2)) {
            await().atMost(LONG).until(() -> {
                adapter.want(100);
                risk.want(100);
                return adapter.slots() + risk.slots() == 45 && risk.slots() >= 18;
            });
        }
    }

    @Test
    void anotherGatewayHasABudgetOfItsOwn() {
        try (MessageShare here = open(1);
                MessageShare there = shares.open("127.0.0.1:4003", ClientId.of(1), 45)) {
            await().atMost(LONG).until(() -> {
                here.want(45);
                there.want(45);
                return here.slots() == 45 && there.slots() == 45;
            });
        }
    }

    @Test
    void holdsEveryoneToItsFixedPartWhileRedisMayHaveForgottenTheOthers() {
        redis.redis.delete(redis.prefix + "ib:pacing:" + GATEWAY);
        try (MessageShare adapter = open(1)) {
            await().during(Duration.ofSeconds(1)).atMost(LONG).until(() -> {
                adapter.want(45);
                return adapter.slots() == 12;
            });
            await().atMost(LONG).until(() -> {
                adapter.want(45);
                return adapter.slots() == 45;
            });
        }
    }

    @Test
    void lowersTheBudgetOfAllAfterAViolation() {
        try (MessageShare adapter = open(1);
                MessageShare risk = open(2)) {
            await().until(() -> risk.slots() == 6);
            adapter.want(45);
            await().atMost(LONG).until(() -> adapter.slots() == 39);

            risk.onViolation();

            await().atMost(LONG).until(() -> {
                adapter.want(45);
                return adapter.slots() == 24;
            });
        }
    }

    @Test
    void fallsBackToTheFixedPartWhileRedisIsAwayAndSharesAgainAfterwards() {
        try (MessageShare adapter = open(1)) {
            await().atMost(LONG).until(() -> {
                adapter.want(45);
                return adapter.slots() == 45;
            });
            RealRedis.stop();

            await().atMost(LONG).until(() -> adapter.standing() == Standing.FALLBACK);

            assertThat(adapter.slots()).isEqualTo(12);
            RealRedis.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                adapter.want(45);
                return adapter.slots() == 45;
            });
        }
    }

    private MessageShare open(int clientId) {
        return shares.open(GATEWAY, ClientId.of(clientId), 45);
    }
}
