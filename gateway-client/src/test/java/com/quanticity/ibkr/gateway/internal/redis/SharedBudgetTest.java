package com.quanticity.ibkr.gateway.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.GatewayPace;
import com.quanticity.ibkr.gateway.internal.pacing.Lane;
import com.quanticity.ibkr.gateway.internal.pacing.SendLanes;
import com.quanticity.ibkr.gateway.internal.pacing.TimedConnection;
import com.quanticity.ibkr.gateway.internal.thread.ControlThread;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.pacing.HistoryAllowances;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.MessageShare;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.CancelMktData;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.test.RealRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Four processes' worth of sessions flood one gateway, and Redis goes away in the middle. */
@Timeout(120)
class SharedBudgetTest {

    private static final String GATEWAY = "127.0.0.1:4002";
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration PHASE = Duration.ofSeconds(4);

    private final TestRedis redis = new TestRedis();
    private final List<Sender> senders = Stream.of(1, 2, 3, 99).map(Sender::new).toList();

    /** One session: lanes of its own, a share of its own, and a flood. */
    private final class Sender {
        final ControlThread scheduler;
        final TimedConnection connection = new TimedConnection(System::nanoTime);
        final MessageShare share;
        final SendLanes lanes;
        final List<Long> cancelsAt = new ArrayList<>();

        Sender(int id) {
            ClientId clientId = ClientId.of(id);
            scheduler = new ControlThread("test-sender-" + id);
            share = new RedisMessageShares(redis.redis, redis.prefix).open(GATEWAY, clientId, 45);
            lanes = new SendLanes(scheduler, new SessionMeters(new SimpleMeterRegistry(), clientId), _ -> {});
            lanes.attach(
                    connection,
                    new GatewayPace(
                            share,
                            HistoryAllowances.alone().open(GATEWAY, clientId, HistoryLimits.defaults()),
                            HistoryLimits.defaults()));
        }

        void flood() {
            while (lanes.waiting(Lane.DATA) < 200) {
                lanes.submit(new CancelMktData(1));
            }
        }

        void cancel() {
            cancelsAt.add(System.nanoTime());
            lanes.submit(new CancelOrder(cancelsAt.size() - 1, OrderCancel.NONE));
        }

        Duration longestCancelWait() {
            long longest = 0;
            synchronized (connection) {
                for (int i = 0; i < connection.sent.size(); i++) {
                    if (connection.sent.get(i) instanceof CancelOrder cancel) {
                        longest = Math.max(longest, connection.sentAt.get(i) - cancelsAt.get(cancel.orderId()));
                    }
                }
            }
            return Duration.ofNanos(longest);
        }

        long cancelsSent() {
            synchronized (connection) {
                return connection.sent.stream()
                        .filter(CancelOrder.class::isInstance)
                        .count();
            }
        }

        void close() {
            share.close();
            scheduler.shutdown();
        }
    }

    @AfterEach
    void close() {
        senders.forEach(Sender::close);
        redis.close();
    }

    @Test
    void neverSendsMoreThanTheBudgetTogetherAndNeverHoldsACancelUp() {
        play();
        RealRedis.stop();
        play();
        RealRedis.start();
        play();

        List<Long> all = senders.stream()
                .flatMap(sender -> sender.connection.sentAt.stream())
                .sorted()
                .toList();
        assertThat(TimedConnection.mostInAny(SECOND, all)).isLessThanOrEqualTo(45);
        assertThat(all.size()).isGreaterThan(250);
        await().untilAsserted(() -> assertThat(senders).allSatisfy(sender -> {
            assertThat(sender.cancelsSent()).isEqualTo(sender.cancelsAt.size());
        }));
        assertThat(senders)
                .allSatisfy(sender -> assertThat(sender.longestCancelWait()).isLessThan(Duration.ofMillis(1_500)));
    }

    private void play() {
        await().pollInterval(Duration.ofMillis(400))
                .atMost(PHASE.plusSeconds(10))
                .until(new Rounds()::isOver);
    }

    /** Every round tops the floods up and sends a cancel each. */
    private final class Rounds {
        private final long endsAt = System.nanoTime() + PHASE.toNanos();

        boolean isOver() {
            for (Sender sender : senders) {
                sender.flood();
                sender.cancel();
            }
            return System.nanoTime() - endsAt >= 0;
        }
    }
}
