package com.quanticity.ibkr.gateway.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.capture.WireTap;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.CurrentTime;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest.ReqCurrentTime;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Errors on the threads of a connection: it ends and says so, exactly once. */
@Timeout(30)
class ThreadFailureTest {

    private final FakeGateway gateway = new FakeGateway();
    private final List<CloseReason> closed = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void tellsTheEndWhenTheReaderFails() {
        CompletableFuture<ConnectOutcome> connecting = connect(WireTap.OFF, null);
        Peer peer = gateway.acceptAndLogOn(200);
        GatewayConnection connection = connected(connecting);

        peer.send("49", "1", "5");

        awaitEnd("listener failed: java.lang.StackOverflowError: on an event");
        assertThat(peer.seesTheEnd()).isTrue();
        assertThat(connection.send(new ReqCurrentTime()))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(LocalRefusal.NOT_CONNECTED));
    }

    @Test
    void tellsTheEndWhenTheWriterFails() {
        FailingTap tap = new FailingTap();
        CompletableFuture<ConnectOutcome> connecting = connect(tap, null);
        Peer peer = gateway.acceptAndLogOn(200);
        GatewayConnection connection = connected(connecting);

        tap.on = true;
        connection.send(new ReqCurrentTime());

        awaitEnd("writer failed: java.lang.LinkageError: half a class path");
        assertThat(peer.seesTheEnd()).isTrue();
    }

    @Test
    void leavesNoSocketOpenWhenConnectingFails() {
        CompletableFuture<ConnectOutcome> connecting = connect(WireTap.OFF, ConnectPhase.VERSION);
        Peer peer = gateway.accept();

        assertThatThrownBy(connecting::join).hasRootCauseMessage("in a phase");
        assertThat(peer.seesTheEnd()).isTrue();
        assertThat(closed).isEmpty();
    }

    private CompletableFuture<ConnectOutcome> connect(WireTap tap, @Nullable ConnectPhase failsIn) {
        ConnectSettings settings = ConnectSettings.of(gateway.host(), gateway.port(), ClientId.of(7));
        return CompletableFuture.supplyAsync(
                () -> new NativeBinding(Clock.systemUTC(), tap).connect(settings, new FailingListener(failsIn)));
    }

    private static GatewayConnection connected(CompletableFuture<ConnectOutcome> connecting) {
        return ((ConnectOutcome.Connected) connecting.join()).connection();
    }

    private void awaitEnd(String message) {
        await().untilAsserted(() -> assertThat(closed).containsExactly(CloseReason.of(Cause.INTERNAL_ERROR, message)));
    }

    /** Fails on the gateway's time, and in one phase. */
    private final class FailingListener implements GatewayListener {

        private final @Nullable ConnectPhase failsIn;

        FailingListener(@Nullable ConnectPhase failsIn) {
            this.failsIn = failsIn;
        }

        @Override
        public void onPhase(ConnectPhase phase) {
            if (phase == failsIn) {
                throw new AssertionError("in a phase");
            }
        }

        @Override
        public void onEvents(Instant receivedAt, List<GatewayEvent> events) {
            if (events.getFirst() instanceof CurrentTime) {
                throw new StackOverflowError("on an event");
            }
        }

        @Override
        public void onClosed(CloseReason reason, List<GatewayRequest> unsent) {
            closed.add(reason);
        }
    }

    private static final class FailingTap implements WireTap {

        private volatile boolean on;

        @Override
        public boolean isOn() {
            return on;
        }

        @Override
        public void frame(Direction direction, Instant at, int version, byte[] bytes, int from, int to) {
            throw new LinkageError("half a class path");
        }
    }
}
