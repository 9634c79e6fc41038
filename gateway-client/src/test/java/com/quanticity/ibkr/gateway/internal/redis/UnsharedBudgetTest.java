package com.quanticity.ibkr.gateway.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.GatewayPace;
import com.quanticity.ibkr.gateway.internal.pacing.SendLanes;
import com.quanticity.ibkr.gateway.internal.pacing.TimedConnection;
import com.quanticity.ibkr.gateway.internal.thread.ControlThread;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.pacing.HistoryAllowances;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.MessageShare;
import com.quanticity.ibkr.gateway.pacing.MessageShare.Standing;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.CancelMktData;
import com.quanticity.ibkr.gateway.request.OrderRequest.ReqGlobalCancel;
import com.quanticity.ibkr.gateway.request.SessionRequest.ReqCurrentTime;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.test.RealRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What leaves while nobody has agreed to anything. */
class UnsharedBudgetTest {

    private static final String GATEWAY = "127.0.0.1:4002";
    private static final ClientId RISK = ClientId.of(2);
    private static final GatewayRequest DATA = new CancelMktData(1);
    private static final GatewayRequest PROBE = new ReqCurrentTime();
    private static final GatewayRequest KILL = new ReqGlobalCancel(OrderCancel.NONE);

    private final TestRedis redis = new TestRedis();
    private final ControlThread scheduler = new ControlThread("test-unshared");
    private final TimedConnection connection = new TimedConnection(System::nanoTime);

    @AfterEach
    void close() {
        scheduler.shutdown();
        redis.close();
    }

    @Test
    void sendsProbeAndKillAndNothingElseBeforeTheFirstAnswerOfRedis() {
        RealRedis.stop();
        try (MessageShare share = open()) {
            flow(share);

            assertThat(share.slots()).isZero();
            assertThat(connection.sent).containsExactly(PROBE, KILL);
            RealRedis.start();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(connection.sent).containsExactly(PROBE, KILL, DATA));
        }
    }

    @Test
    void sendsProbeAndKillWhenRedisDiesAfterItGrantedNothing() {
        ShareScript greedy = new ShareScript(redis.redis, redis.prefix + "ib:pacing:" + GATEWAY, ClientId.of(1), 45);
        greedy.renew(45, 45, false);
        try (MessageShare share = open()) {
            await().pollInterval(Duration.ofMillis(5)).until(() -> share.standing() == Standing.SHARED);
            RealRedis.stop();
            await().until(() -> share.standing() == Standing.FALLBACK);
            flow(share);

            assertThat(share.slots()).isZero();
            assertThat(connection.sent).containsExactly(PROBE, KILL);
        }
    }

    private MessageShare open() {
        return new RedisMessageShares(redis.redis, redis.prefix).open(GATEWAY, RISK, 45);
    }

    private void flow(MessageShare share) {
        SendLanes lanes = new SendLanes(scheduler, new SessionMeters(new SimpleMeterRegistry(), RISK), _ -> {});
        lanes.attach(
                connection,
                new GatewayPace(
                        share,
                        HistoryAllowances.alone().open(GATEWAY, RISK, HistoryLimits.defaults()),
                        HistoryLimits.defaults()));
        lanes.submit(DATA);
        lanes.submit(PROBE);
        lanes.submit(KILL);
    }
}
