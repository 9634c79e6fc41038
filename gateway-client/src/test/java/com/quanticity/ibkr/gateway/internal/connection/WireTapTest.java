package com.quanticity.ibkr.gateway.internal.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.capture.WireTap;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.SessionRequest.ReqCurrentTime;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireTapTest {

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void seesEveryFrameOfAConnectionFromTheFirstByteOn() {
        Recorder tap = new Recorder(true);

        play(tap);

        await().untilAsserted(() -> assertThat(tap.frames)
                .containsExactlyInAnyOrder(
                        "OUT 0 ....v176..200",
                        "IN 0 200.20260302 15:04:05 Europe/Berlin.",
                        "OUT 200 71.2.7..",
                        "IN 200 15.1.DU9000001,.",
                        "IN 200 9.1.42.",
                        "OUT 200 49.1."));
        assertThat(tap.frames.getFirst()).startsWith("OUT 0");
    }

    @Test
    void isLeftAloneWhileItIsOff() {
        Recorder tap = new Recorder(false);

        play(tap);

        assertThat(tap.frames).isEmpty();
    }

    private void play(WireTap tap) {
        ConnectSettings settings = ConnectSettings.of(gateway.host(), gateway.port(), ClientId.of(7));
        CompletableFuture<ConnectOutcome> connecting = CompletableFuture.supplyAsync(
                () -> new NativeBinding(Clock.systemUTC(), tap).connect(settings, new RecordingListener()));
        Peer peer = gateway.acceptAndLogOn(200);
        GatewayConnection connection = ((ConnectOutcome.Connected) connecting.join()).connection();
        connection.send(new ReqCurrentTime());
        assertThat(peer.read()).containsExactly("49", "1");
        connection.close();
    }

    private static final class Recorder implements WireTap {

        private final List<String> frames = new CopyOnWriteArrayList<>();
        private final boolean on;

        Recorder(boolean on) {
            this.on = on;
        }

        @Override
        public boolean isOn() {
            return on;
        }

        @Override
        public void frame(Direction direction, Instant at, int version, byte[] bytes, int from, int to) {
            String shown = new String(bytes, from + 4, to - from - 4, US_ASCII).replaceAll("[^ -~]", ".");
            frames.add(direction + " " + version + " " + shown);
        }
    }
}
