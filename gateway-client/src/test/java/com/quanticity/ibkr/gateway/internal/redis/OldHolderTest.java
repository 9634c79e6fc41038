package com.quanticity.ibkr.gateway.internal.redis;

import static com.quanticity.ibkr.model.session.SessionState.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.lease.LeaseAnswer;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.pacing.HistoryAllowances;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.MessageShares;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessions;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionLease;
import com.quanticity.ibkr.model.session.SessionLease.Standing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A holder that is cut off from Redis, and lives. */
@Timeout(60)
class OldHolderTest {

    private static final ClientId ONE = ClientId.of(1);
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(2);

    private final TestRedis redis = new TestRedis();
    private final RedisLink link = new RedisLink();
    private final TestRedis redisOfTheOld = redis.seenThrough(link);
    private final FakeGateway gateway = new FakeGateway();
    private final RedisClientIdLeases leasesOfTheNew =
            new RedisClientIdLeases(redis.redis, redis.prefix, TIME_TO_LIVE, Clock.systemUTC());

    @AfterEach
    void close() {
        gateway.close();
        redisOfTheOld.close();
        link.close();
        redis.close();
    }

    @Test
    void sendsNoOrderFromTheMomentOnInWhichSomebodyElseCanGetTheIdAndLeavesWhenItHears() {
        try (GatewaySession old = session()) {
            old.start();
            Peer peer = gateway.acceptAndLogOn(200);
            await().until(() -> old.state() == READY);
            SessionLease own = lease(old);
            assertThat(own.standing()).isEqualTo(Standing.PROVEN);
            assertThat(old.send(order(1))).isEqualTo(SendOutcome.ACCEPTED);

            link.pause();

            await().pollInterval(Duration.ofMillis(10))
                    .until(() -> leasesOfTheNew.acquire(ONE, "successor") instanceof LeaseAnswer.Granted);
            assertThat(old.send(order(2)))
                    .isInstanceOfSatisfying(
                            SendOutcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(LocalRefusal.LEASE_NOT_PROVEN));
            assertThat(old.send(new OrderRequest.CancelOrder(1, OrderCancel.NONE)))
                    .isEqualTo(SendOutcome.ACCEPTED);
            assertThat(lease(old).standing()).isEqualTo(Standing.UNPROVEN);

            link.resume();

            assertThat(peer.seesTheEnd()).isTrue();
            await().untilAsserted(() -> {
                assertThat(lease(old).standing()).isEqualTo(Standing.OTHERS);
                assertThat(lease(old).component()).isEqualTo("successor");
                assertThat(lease(old).token()).isGreaterThan(own.token());
            });
        }
    }

    private static SessionLease lease(GatewaySession session) {
        return Objects.requireNonNull(session.status().outlook().lease());
    }

    private static GatewayRequest order(int orderId) {
        return new OrderRequest.PlaceOrder(
                orderId,
                GatewayContract.ofId(265598, "SMART"),
                GatewayOrder.market("BUY", BigDecimal.ONE).build());
    }

    private GatewaySession session() {
        return GatewaySessions.create(
                SessionSettings.of(ConnectSettings.of(gateway.host(), gateway.port(), ONE), "ibkr-adapter", true),
                GatewayBindings.nativeBinding(Clock.systemUTC()),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                new SessionSharing(
                        new RedisClientIdLeases(
                                redisOfTheOld.redis, redisOfTheOld.prefix, TIME_TO_LIVE, Clock.systemUTC()),
                        MessageShares.alone(),
                        HistoryAllowances.alone(),
                        HistoryLimits.defaults(),
                        true),
                _ -> _ -> {});
    }
}
