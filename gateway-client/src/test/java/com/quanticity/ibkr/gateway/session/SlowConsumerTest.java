package com.quanticity.ibkr.gateway.session;

import static com.quanticity.ibkr.model.session.SessionState.DISCONNECTED;
import static com.quanticity.ibkr.model.session.SessionState.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowConsumerTest extends SessionFixture {

    @Test
    void startsOverWhenTheApplicationFallsBehind() {
        CountDownLatch release = new CountDownLatch(1);
        RecordingApplication slow = new RecordingApplication(synchronisation -> {}) {
            @Override
            public void onEvents(EventBatch batch) {
                if (batch.events().getFirst() instanceof TickSize) {
                    awaitQuietly(release);
                }
                super.onEvents(batch);
            }
        };
        GatewaySession session = startWith(settings(LONG, LONG, LONG, 10), slow);
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        sendTicksUntilCutOff(peer);
        gateway.acceptAndLogOn(200);
        release.countDown();

        await().untilAsserted(() -> assertThat(slow.states()).contains(DISCONNECTED));
        assertThat(slow.changes)
                .filteredOn(change -> change.state() == DISCONNECTED)
                .first()
                .extracting(SessionEvent::reason)
                .asString()
                .contains("consumer too slow");
        assertThat(registry.get("gateway.events.dropped").counter().count()).isPositive();
        assertThat(sizes(slow))
                .as("no hole before the end")
                .isEqualTo(oneTo(sizes(slow).size()));
    }

    @Test
    void losesNothingInABurst() {
        int ticks = 200_000;
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        ByteArrayOutputStream burst = new ByteArrayOutputStream();
        for (int size = 1; size <= ticks; size++) {
            burst.writeBytes(Peer.frame("2", "6", "7", "8", Integer.toString(size)));
        }

        peer.sendBytes(burst.toByteArray());

        await().untilAsserted(() ->
                assertThat(registry.get("gateway.events").counter().count()).isGreaterThanOrEqualTo(ticks));
        await().untilAsserted(() -> assertThat(sizes(application)).hasSize(ticks));
        assertThat(sizes(application)).isEqualTo(oneTo(ticks));
        assertThat(registry.get("gateway.events.dropped").counter().count()).isZero();
    }

    @Test
    void startsOverWhenTheListenerThrows() {
        GatewaySession session = startWith(settings(), batch -> {
            if (batch.events().getFirst() instanceof TickSize) {
                throw new IllegalStateException("broken application");
            }
        });
        Peer first = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        first.send("2", "6", "7", "8", "1");

        gateway.acceptAndLogOn(200);
        assertThat(first.seesTheEnd()).isTrue();
    }

    private static List<Long> oneTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
