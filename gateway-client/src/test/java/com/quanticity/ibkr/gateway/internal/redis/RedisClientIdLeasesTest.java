package com.quanticity.ibkr.gateway.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.lease.ClientIdLease;
import com.quanticity.ibkr.gateway.lease.LeaseAnswer;
import com.quanticity.ibkr.gateway.lease.LeaseHolder;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisClientIdLeasesTest {

    private static final ClientId ONE = ClientId.of(1);
    private static final Duration TIME_TO_LIVE = Duration.ofMillis(1_500);

    private final TestRedis redis = new TestRedis();
    private final RedisClientIdLeases leases =
            new RedisClientIdLeases(redis.redis, redis.prefix, TIME_TO_LIVE, Clock.systemUTC());
    private final List<LeaseStanding> heard = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void givesAnIdToOneHolderAndSaysToTheOthersWhoItIs() {
        ClientIdLease first = granted();

        assertThat(leases.acquire(ONE, "ibkr-adapter")).isInstanceOfSatisfying(LeaseAnswer.Held.class, held -> {
            assertThat(held.holder()).isEqualTo(first.holder());
            assertThat(held.token()).isEqualTo(first.token());
            assertThat(held.lapsesIn()).isBetween(Duration.ofMillis(1), TIME_TO_LIVE);
        });
        first.release();
        ClientIdLease second = granted();
        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(first.isProven()).isFalse();
        second.release();
    }

    @Test
    void keepsOtherIdsFree() {
        ClientIdLease first = granted();

        assertThat(leases.acquire(ClientId.of(2), "risk-manager")).isInstanceOf(LeaseAnswer.Granted.class);
        first.release();
    }

    @Test
    void staysWithAHolderThatLives() {
        ClientIdLease lease = granted();
        lease.onStanding(heard::add);

        await().during(TIME_TO_LIVE.multipliedBy(2))
                .atMost(TIME_TO_LIVE.multipliedBy(3))
                .until(lease::isProven);

        assertThat(heard).containsExactly(new LeaseStanding.Proven());
        lease.release();
    }

    @Test
    void isFreeAfterItsTimeWhenTheHolderDied() {
        LeaseScript dead = script("ibkr-adapter");
        dead.acquire();

        assertThat(leases.acquire(ONE, "ibkr-adapter")).isInstanceOf(LeaseAnswer.Held.class);
        await().atMost(TIME_TO_LIVE.plusSeconds(2))
                .until(() -> leases.acquire(ONE, "ibkr-adapter") instanceof LeaseAnswer.Granted);
    }

    @Test
    void isLostWhenSomebodyElseHasIt() {
        ClientIdLease lease = granted();
        lease.onStanding(heard::add);
        redis.redis.delete(redis.prefix + "ib:lease:client:1");
        var _ = leases.acquire(ONE, "intruder");

        await().untilAsserted(() -> assertThat(heard).last().isInstanceOf(LeaseStanding.Lost.class));

        assertThat(lease.isProven()).isFalse();
        assertThat(heard.toString()).contains("intruder on ");
    }

    @Test
    void givesNobodyAnIdWhileAHolderThatRedisForgotStillBelievesInIt() {
        LeaseScript cutOff = script("cut-off");
        cutOff.acquire();
        long lastRenewal = System.nanoTime();
        redis.forgetEverything();

        assertThat(leases.acquire(ONE, "standby"))
                .isInstanceOfSatisfying(
                        LeaseAnswer.MaybeHeld.class,
                        maybe -> assertThat(maybe.forAtMost())
                                .isLessThanOrEqualTo(LeaseScript.forgottenHolderLimit(TIME_TO_LIVE)));

        await().pollInterval(Duration.ofMillis(20))
                .until(() -> leases.acquire(ONE, "standby") instanceof LeaseAnswer.Granted);
        assertThat(Duration.ofNanos(System.nanoTime() - lastRenewal)).isGreaterThan(LeaseScript.proof(TIME_TO_LIVE));
    }

    @Test
    void givesTheIdBackToAHolderThatRedisForgotAndThatIsStillThere() {
        ClientIdLease holder = granted();
        holder.onStanding(heard::add);
        redis.forgetEverything();

        assertThat(leases.acquire(ONE, "standby")).isInstanceOf(LeaseAnswer.MaybeHeld.class);

        await().until(() -> leases.acquire(ONE, "standby") instanceof LeaseAnswer.Held);
        assertThat(heard).containsExactly(new LeaseStanding.Proven());
        holder.release();
    }

    @Test
    void takesAnotherRunOfRedisThatIsYoungForOneThatForgot() {
        redis.redis.opsForValue().set(redis.prefix + TestRedis.BORN, "abc 1");

        assertThat(patient().acquire(ONE, "standby")).isInstanceOf(LeaseAnswer.MaybeHeld.class);
    }

    @Test
    void waitsForNobodyWhenRedisRunsForLongerThanAHolderBelieves() {
        await().until(() -> redis.uptime().compareTo(Duration.ofSeconds(4)) > 0);
        redis.redis.opsForValue().set(redis.prefix + TestRedis.BORN, "abc 1");

        granted().release();
    }

    @Test
    void waitsNotLongerWhenTheClockOfRedisWasSetBack() {
        long anHourAhead = System.currentTimeMillis() + Duration.ofHours(1).toMillis();
        redis.redis.opsForValue().set(redis.prefix + TestRedis.BORN, redis.run() + " " + anHourAhead);

        assertThat(leases.acquire(ONE, "standby"))
                .isInstanceOfSatisfying(
                        LeaseAnswer.MaybeHeld.class,
                        maybe -> assertThat(maybe.forAtMost())
                                .isLessThanOrEqualTo(LeaseScript.forgottenHolderLimit(TIME_TO_LIVE)));
        await().until(() -> leases.acquire(ONE, "standby") instanceof LeaseAnswer.Granted);
    }

    @Test
    void waitsForNobodyAtADeclaredFirstStartAndBelievesTheDeclarationOnce() {
        redis.redis.opsForValue().set(redis.prefix + TestRedis.BORN, "first-start");
        granted().release();

        assertThat(redis.redis.opsForValue().get(redis.prefix + TestRedis.BORN)).matches("\\p{XDigit}+ 0");
        redis.forgetEverything();
        assertThat(leases.acquire(ONE, "standby")).isInstanceOf(LeaseAnswer.MaybeHeld.class);
    }

    @Test
    void isUnprovenBeforeItCanLapseWhileRedisIsAwayAndProvenAgainAfterwards() {
        ClientIdLease lease = granted();
        lease.onStanding(heard::add);
        RealRedis.stop();
        long stoppedAt = System.nanoTime();
        AtomicLong lastProven = new AtomicLong(stoppedAt);

        await().pollInterval(Duration.ofMillis(5)).until(() -> {
            long now = System.nanoTime();
            boolean proven = lease.isProven();
            if (proven) {
                lastProven.set(now);
            }
            return !proven;
        });

        assertThat(Duration.ofNanos(lastProven.get() - stoppedAt)).isLessThan(TIME_TO_LIVE);
        await().untilAsserted(() -> assertThat(heard).last().isInstanceOf(LeaseStanding.Unproven.class));
        RealRedis.start();
        await().atMost(Duration.ofSeconds(10)).until(lease::isProven);
        await().untilAsserted(() -> assertThat(heard).last().isEqualTo(new LeaseStanding.Proven()));
        lease.release();
    }

    @Test
    void nobodyCanSayWhoHoldsAnIdWhileRedisIsAway() {
        RealRedis.stop();

        assertThat(leases.acquire(ONE, "ibkr-adapter"))
                .isInstanceOfSatisfying(
                        LeaseAnswer.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("client id 1", "check Redis"));
    }

    private RedisClientIdLeases patient() {
        return new RedisClientIdLeases(redis.redis, redis.prefix, Duration.ofHours(1), Clock.systemUTC());
    }

    private LeaseScript script(String component) {
        return new LeaseScript(
                redis.redis,
                redis.prefix,
                ONE,
                LeaseHolder.here(component, Clock.systemUTC().instant()),
                TIME_TO_LIVE);
    }

    private ClientIdLease granted() {
        LeaseAnswer answer = leases.acquire(ONE, "ibkr-adapter");
        assertThat(answer).isInstanceOf(LeaseAnswer.Granted.class);
        return ((LeaseAnswer.Granted) answer).lease();
    }
}
