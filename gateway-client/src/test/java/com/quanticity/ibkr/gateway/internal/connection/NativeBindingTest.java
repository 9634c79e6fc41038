package com.quanticity.ibkr.gateway.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectOutcome.Connected;
import com.quanticity.ibkr.gateway.ConnectOutcome.Refused;
import com.quanticity.ibkr.gateway.ConnectOutcome.TimedOut;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.CurrentTime;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.NextValidId;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.model.session.ClientId;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class NativeBindingTest {

    private final FakeGateway gateway = new FakeGateway();
    private final RecordingListener listener = new RecordingListener();
    private final NativeBinding binding = new NativeBinding(Clock.systemUTC());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void logsOnAndKnowsVersionAndTime() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.accept();
        String range = peer.readHello();
        peer.send("187", "20260302 15:04:05 Central European Standard Time");
        List<String> startApi = peer.read();
        peer.send("15", "1", "DU9000001");
        peer.send("9", "1", "42");

        GatewayConnection connection = connected(connecting);

        assertThat(range).isEqualTo("v176..200");
        assertThat(startApi).containsExactly("71", "2", "7", "");
        assertThat(connection.serverVersion()).isEqualTo(187);
        assertThat(connection.connectionTime()).isEqualTo("20260302 15:04:05 Central European Standard Time");
        assertThat(listener.phases).containsExactly(ConnectPhase.SOCKET, ConnectPhase.VERSION, ConnectPhase.START_API);
        assertThat(listener.events)
                .containsExactly(new ConnectionEvent.ManagedAccounts(List.of("DU9000001")), new NextValidId(42));
        connection.close();
    }

    @Test
    void acceptsIdBeforeAccountsAndNoticesBetween() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.accept();
        peer.answerHello(200);
        peer.expect("71");
        peer.send("9", "1", "42");
        peer.send("4", "-1", "2104", "Market data farm connection is OK:usfarm", "", "0");
        peer.send("15", "1", "DU9000001");

        assertThat(connecting.join()).isInstanceOf(Connected.class);
        assertThat(listener.events).hasSize(3);
    }

    @Test
    void skipsFramesThatComeBeforeTheHandshakeAnswer() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.accept();
        peer.readHello();
        peer.send("4", "2", "-1", "2104", "OK:usfarm", "");
        peer.send("200", "20260302 15:04:05 EST");
        peer.expect("71");
        peer.send("15", "1", "DU9000001");
        peer.send("9", "1", "42");

        assertThat(connected(connecting).serverVersion()).isEqualTo(200);
    }

    @Test
    void followsARedirectWhenItMay() {
        try (FakeGateway other = new FakeGateway()) {
            CompletableFuture<ConnectOutcome> connecting = connectFollowing();
            Peer first = gateway.accept();
            first.readHello();
            first.send("-1", other.host() + ":" + other.port());

            other.acceptAndLogOn(200);

            connected(connecting).close();
            assertThat(first.seesTheEnd()).isTrue();
        }
    }

    @Test
    void stopsAtTheThirdRedirect() {
        CompletableFuture<ConnectOutcome> connecting = connectFollowing();
        for (int i = 0; i < 3; i++) {
            Peer peer = gateway.accept();
            peer.readHello();
            peer.send("-1", gateway.host());
        }

        assertThat(connecting.join())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(502));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3:4001", "nowhere:99999", "a b", "host:port"})
    void refusesARedirectThatIsNotAllowedOrNoAddress(String address) {
        CompletableFuture<ConnectOutcome> connecting =
                address.startsWith("10.") ? connect(Duration.ofSeconds(10)) : connectFollowing();
        Peer peer = gateway.accept();
        peer.readHello();
        peer.send("-1", address);

        assertThat(connecting.join()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(502);
            assertThat(refused.message()).contains(address, "follow-redirects");
        });
    }

    @Test
    void logsOnWhateverZoneTheGatewayNames() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.accept();
        peer.answerHello(200, "20260405 23:49:26 Nowhere Standard Time");
        peer.expect("71");
        peer.send("15", "1", "DU9000001");
        peer.send("9", "1", "42");

        assertThat(connected(connecting).connectionTime()).isEqualTo("20260405 23:49:26 Nowhere Standard Time");
    }

    @Test
    void saysThatNothingListens() {
        gateway.close();

        ConnectOutcome outcome = connect(Duration.ofSeconds(10)).join();

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(502);
            assertThat(refused.message()).contains("start the gateway");
        });
    }

    @Test
    void timesOutOnAGatewayThatStaysSilent() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofMillis(200));
        Peer peer = gateway.accept();

        assertThat(connecting.join())
                .isInstanceOfSatisfying(
                        TimedOut.class, timedOut -> assertThat(timedOut.phase()).isEqualTo(ConnectPhase.VERSION));
        assertThat(peer.seesTheEnd()).isTrue();
    }

    @Test
    void timesOutWhenTheLoginIsNotFinished() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofMillis(300));
        Peer peer = gateway.accept();
        peer.answerHello(200);
        peer.send("15", "1", "DU9000001");

        assertThat(connecting.join())
                .isInstanceOfSatisfying(
                        TimedOut.class, timedOut -> assertThat(timedOut.phase()).isEqualTo(ConnectPhase.START_API));
        assertThat(peer.seesTheEnd()).isTrue();
        assertThat(listener.closed).isEmpty();
    }

    @Test
    void refusesAVersionOutsideItsRange() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.accept();
        peer.answerHello(175);

        assertThat(connecting.join())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(506));
        assertThat(peer.seesTheEnd()).isTrue();
    }

    @Test
    void reportsAClientIdInUse() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.accept();
        peer.answerHello(200);
        peer.expect("71");
        peer.send("4", "-1", "326", "Unable to connect as the client id is already in use.", "", "0");
        peer.close();

        assertThat(connecting.join()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(326);
            assertThat(refused.message()).contains("already in use");
        });
        assertThat(listener.closed).isEmpty();
    }

    @Test
    void takesACloseBeforeTheNextIdAsClientIdInUse() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.accept();
        peer.answerHello(200);
        peer.expect("71");
        peer.close();

        assertThat(connecting.join())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(326));
    }

    @Test
    void reportsAGatewayThatClosesWithoutAnAnswer() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.accept();
        peer.readHello();
        peer.close();

        assertThat(connecting.join()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(502);
            assertThat(refused.message()).contains("trust this address");
        });
    }

    @Test
    void reportsAPeerThatIsNoGateway() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        gateway.accept()
                .sendBytes("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(connecting.join())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(507));
    }

    @Test
    void deliversFramesInOrderHoweverTheyAreCut() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.acceptAndLogOn(200);
        GatewayConnection connection = connected(connecting);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int second = 1; second <= 50; second++) {
            stream.writeBytes(Peer.frame("49", "1", Integer.toString(second)));
        }
        for (byte single : stream.toByteArray()) {
            peer.sendBytes(new byte[] {single});
        }

        await().untilAsserted(() -> assertThat(times()).hasSize(50));
        assertThat(times()).isSorted();
        connection.close();
    }

    @Test
    void writesWhatIsSentInOrder() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.acceptAndLogOn(200);
        GatewayConnection connection = connected(connecting);

        for (int reqId = 1; reqId <= 200; reqId++) {
            assertThat(connection.send(new MarketDataRequest.CancelMktData(reqId)))
                    .isEqualTo(SendOutcome.ACCEPTED);
        }

        for (int reqId = 1; reqId <= 200; reqId++) {
            assertThat(peer.read()).containsExactly("2", "1", Integer.toString(reqId));
        }
        connection.close();
    }

    @Test
    void tellsTheEndExactlyOnceWhenTheGatewayCloses() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.acceptAndLogOn(200);
        GatewayConnection connection = connected(connecting);

        peer.close();

        await().untilAsserted(() -> assertThat(causes()).containsExactly(Cause.CLOSED_BY_GATEWAY));
        connection.close();
        assertThat(connection.isOpen()).isFalse();
        assertThat(causes()).containsExactly(Cause.CLOSED_BY_GATEWAY);
    }

    @Test
    void tellsAnEndInsideAFrameApart() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.acceptAndLogOn(200);
        connected(connecting);

        peer.sendBytes(new byte[] {0, 0, 0, 9, '4'});
        peer.close();

        await().untilAsserted(() -> assertThat(causes()).containsExactly(Cause.STREAM_BROKEN));
    }

    @Test
    void deliversWhatCameBeforeAForbiddenLengthAndCloses() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.acceptAndLogOn(200);
        connected(connecting);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(Peer.frame("49", "1", "5"));
        stream.writeBytes(new byte[] {0, 0, 0, 0});
        peer.sendBytes(stream.toByteArray());

        await().untilAsserted(() -> assertThat(causes()).containsExactly(Cause.BAD_FRAME_LENGTH));
        assertThat(times()).containsExactly(Instant.ofEpochSecond(5));
    }

    @Test
    void closesForTheFirstReasonOnly() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        gateway.acceptAndLogOn(200);
        GatewayConnection connection = connected(connecting);

        connection.close(CloseReason.of(Cause.PEER_SILENT, "silent"));
        connection.close();

        await().untilAsserted(() -> assertThat(causes()).containsExactly(Cause.PEER_SILENT));
        assertThat(connection.send(new SessionRequest.ReqCurrentTime()))
                .isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(LocalRefusal.NOT_CONNECTED);
                    assertThat(refused.code()).isEqualTo(504);
                });
    }

    @Test
    void refusesIllegalTextAndSendsNothing() {
        CompletableFuture<ConnectOutcome> connecting = connect(Duration.ofSeconds(10));
        Peer peer = gateway.acceptAndLogOn(200);
        GatewayConnection connection = connected(connecting);

        SendOutcome outcome = connection.send(new AccountRequest.ReqAccountSummary(1, "All", "Größe"));
        connection.send(new AccountRequest.ReqPositions());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(579));
        assertThat(peer.read()).containsExactly("61", "1");
        connection.close();
    }

    private CompletableFuture<ConnectOutcome> connect(Duration timeout) {
        ConnectSettings settings =
                new ConnectSettings(gateway.host(), gateway.port(), ClientId.of(7), 176, 200, "", timeout);
        return CompletableFuture.supplyAsync(() -> binding.connect(settings, listener));
    }

    private CompletableFuture<ConnectOutcome> connectFollowing() {
        ConnectSettings settings = new ConnectSettings(
                gateway.host(), gateway.port(), ClientId.of(7), 176, 200, "", Duration.ofSeconds(10), true);
        return CompletableFuture.supplyAsync(() -> binding.connect(settings, listener));
    }

    private static GatewayConnection connected(CompletableFuture<ConnectOutcome> connecting) {
        return ((Connected) connecting.join()).connection();
    }

    private List<Instant> times() {
        return listener.events.stream()
                .filter(CurrentTime.class::isInstance)
                .map(event -> ((CurrentTime) event).time())
                .toList();
    }

    private List<Cause> causes() {
        return listener.closed.stream().map(CloseReason::cause).toList();
    }
}
