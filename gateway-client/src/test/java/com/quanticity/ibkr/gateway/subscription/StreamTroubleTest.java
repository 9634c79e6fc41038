package com.quanticity.ibkr.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.FlowSettings;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessions;
import com.quanticity.ibkr.gateway.session.LivenessSettings;
import com.quanticity.ibkr.gateway.session.ReconnectSettings;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SynchroniseSettings;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the application hears, in which order, from a gateway played by hand. */
@Timeout(60)
class StreamTroubleTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int CAPACITY = 40;

    private final FakeGateway gateway = new FakeGateway();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<SessionGap> gaps = new CopyOnWriteArrayList<>();
    private final CountDownLatch isBusy = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final GatewaySession session = GatewaySessions.create(
            settings(),
            GatewayBindings.nativeBinding(Clock.systemUTC()),
            Clock.systemUTC(),
            meters,
            _ -> new Application());

    /** Writes down what it hears, and is busy with ticks of size 1 until it is released. */
    private final class Application implements SessionListener {

        @Override
        public void onEvents(EventBatch batch) {
            for (GatewayEvent event : batch.events()) {
                if (event instanceof TickSize tick) {
                    hear("tick " + tick.reqId());
                    if (tick.unscaledSize() == 1) {
                        isBusy.countDown();
                        awaitRelease();
                    }
                }
            }
        }

        @Override
        public void onSubscription(SubscriptionStatus status) {
            hear(status.key() + " " + status.state().getClass().getSimpleName());
        }

        @Override
        public void onGap(SessionGap gap) {
            gaps.add(gap);
            hear(gap.isOpen() ? "gap begins" : "gap ends");
        }

        @Override
        public void onBacklog(Backlog backlog) {
            hear(backlog.isBehind() ? "behind" : "caught up");
        }

        private void hear(String what) {
            if (heard.isEmpty() || !heard.getLast().equals(what)) {
                heard.add(what);
            }
        }

        private void awaitRelease() {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @AfterEach
    void close() {
        release.countDown();
        session.close();
        gateway.close();
    }

    @Test
    void asksForNothingNewWhileTheApplicationIsBehind() {
        Peer peer = start();
        tick(peer, 7, 1);
        await().atMost(LONG).until(() -> isBusy.getCount() == 0);
        session.subscriptions().want(level1("AAPL"));
        peer.sendBytes(ticks(7, CAPACITY / 2 + 5));
        await().atMost(LONG).until(() -> meters.get("gateway.backlog").gauge().value() == 1);
        release.countDown();

        int id = Integer.parseInt(peer.expect("1").get(2));
        tick(peer, id, 3);
        await().atMost(LONG).until(() -> heard.contains("AAPL Live"));

        assertThat(heard)
                .filteredOn(what -> !what.startsWith("tick"))
                .containsExactly("behind", "AAPL Waiting", "caught up", "AAPL Requested", "AAPL Live");
        assertThat(meters.get("gateway.backlog").gauge().value()).isZero();
    }

    @Test
    void eventsOfTheOldConnectionComeBeforeTheGapAndNewDataAfterIt() {
        Peer first = start();
        int id = liveOn(first);

        first.close();
        Peer second = gateway.acceptAndLogOn(200);
        int next = Integer.parseInt(second.expect("1").get(2));
        tick(second, next, 3);
        await().atMost(LONG).until(() -> heard.getLast().equals("tick " + next));

        assertThat(next).isGreaterThan(id);
        assertThat(heard)
                .containsExactly(
                        "AAPL Waiting",
                        "AAPL Requested",
                        "AAPL Live",
                        "tick " + id,
                        "gap begins",
                        "AAPL Waiting",
                        "gap ends",
                        "AAPL Requested",
                        "AAPL Live",
                        "tick " + next);
    }

    @Test
    void lossThatIsToldOnlyWhenItIsOverIsAGapWithLostStreams() {
        Peer peer = start();
        int id = liveOn(peer);

        peer.send("4", "-1", "1101", "Connectivity restored - data lost.", "", "0");
        int next = Integer.parseInt(peer.expect("1").get(2));
        tick(peer, id, 4);
        tick(peer, next, 5);
        await().atMost(LONG).until(() -> heard.contains("tick " + next));

        SessionGap gap = gaps.getLast();
        assertThat(gap.cause()).isEqualTo(SessionGap.Cause.BROKER_LINK_RESTORED);
        assertThat(gap.streamsLost()).isTrue();
        assertThat(gap.connectionAfter()).isEqualTo(gap.connectionBefore()).isPositive();
        assertThat(gap.to()).isAfterOrEqualTo(gap.from());
        assertThat(heard.subList(heard.indexOf("gap begins"), heard.size()))
                .as("nothing under the forgotten request %s", id)
                .containsExactly(
                        "gap begins", "AAPL Waiting", "gap ends", "AAPL Requested", "AAPL Live", "tick " + next);
    }

    @Test
    void streamOfAnEarlierConnectionIsCancelledOnceAndNeverDelivered() {
        Peer first = start();
        int orphan = liveOn(first);
        first.close();
        Peer second = gateway.acceptAndLogOn(200);
        int id = Integer.parseInt(second.expect("1").get(2));
        heard.clear();

        tick(second, orphan, 3);
        assertThat(second.expect("2").get(2)).isEqualTo(Integer.toString(orphan));
        tick(second, orphan, 4);
        tick(second, id, 5);
        await().atMost(LONG).until(() -> heard.contains("tick " + id));

        assertThat(heard).doesNotContain("tick " + orphan);
        assertThat(meters.get("gateway.orphan.streams").counter().count()).isEqualTo(1);
        assertThat(meters.get("gateway.late.events").counter().count()).isEqualTo(2);
    }

    private Peer start() {
        session.start();
        Peer peer = gateway.acceptAndLogOn(200);
        await().atMost(LONG).until(() -> session.state() == SessionState.READY);
        return peer;
    }

    private int liveOn(Peer peer) {
        session.subscriptions().want(level1("AAPL"));
        int id = Integer.parseInt(peer.expect("1").get(2));
        tick(peer, id, 2);
        await().atMost(LONG).until(() -> heard.contains("tick " + id));
        return id;
    }

    private static void tick(Peer peer, int id, int size) {
        peer.send("2", "6", Integer.toString(id), "8", Integer.toString(size));
    }

    private static byte[] ticks(int id, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            bytes.writeBytes(Peer.frame("2", "6", Integer.toString(id), "8", Integer.toString(100 + i)));
        }
        return bytes.toByteArray();
    }

    private static Subscription level1(String symbol) {
        return Subscription.of(symbol, ReqMktData.stream(0, GatewayContract.stock(symbol, "NASDAQ", "USD")));
    }

    private SessionSettings settings() {
        return SessionSettings.of(
                        new ConnectSettings(gateway.host(), gateway.port(), ClientId.of(1), 176, 200, "", LONG),
                        "ibkr-adapter",
                        true)
                .with(new ReconnectSettings(Duration.ofMillis(20), Duration.ofSeconds(1), 0))
                .with(new LivenessSettings(LONG, LONG, LONG.multipliedBy(2)))
                .with(new FlowSettings(45, CAPACITY))
                .with(new SynchroniseSettings(LONG, MarketDataType.LIVE));
    }
}
