package com.quanticity.ibkr.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.CurrentTime;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest.ReqCurrentTime;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How a connection ends, and what it still says then. */
abstract class EndingCases extends BindingCases {

    @Test
    void tellsOnceThatTheGatewayDied() {
        GatewayConnection connection = connect();

        simulator().close();

        assertThat(heard.awaitEnd().cause()).isIn(Cause.CLOSED_BY_GATEWAY, Cause.STREAM_BROKEN);
        connection.close();
        assertThat(connection.isOpen()).isFalse();
        assertThat(heard.closed()).hasSize(1);
    }

    @Test
    void tellsThatTheGatewayCutTheConnection() {
        GatewayConnection connection = connect();
        settle(connection);

        simulator().dropClient(1);

        assertThat(heard.awaitEnd().cause()).isIn(Cause.CLOSED_BY_GATEWAY, Cause.STREAM_BROKEN);
        assertThat(heard.awaitEnd().message()).isNotBlank();
    }

    @Test
    void endsForTheFirstReasonOnly() {
        GatewayConnection connection = connect();

        connection.close(CloseReason.of(Cause.PEER_SILENT, "no sign of life"));
        connection.close();

        assertThat(heard.awaitEnd()).isEqualTo(CloseReason.of(Cause.PEER_SILENT, "no sign of life"));
        Awaitility.await().until(() -> simulator().state().clients().isEmpty());
        assertThat(heard.closed()).hasSize(1);
    }

    @Test
    void canBeClosedWhileTheGatewayIsHalfOpen() {
        GatewayConnection connection = connect();
        settle(connection);
        int before = all(CurrentTime.class).size();
        simulator().pause(null);

        send(connection, new ReqCurrentTime());
        connection.close(CloseReason.of(Cause.PEER_SILENT, "probe not answered"));

        assertThat(heard.awaitEnd().cause()).isEqualTo(Cause.PEER_SILENT);
        assertThat(all(CurrentTime.class)).hasSize(before);
    }

    @Test
    void deliversNothingAfterTheEnd() {
        GatewayConnection connection = connect();
        send(connection, MarketDataRequest.ReqMktData.stream(10, SPY));
        heard.await(TickEvent.TickPrice.class);

        connection.close();
        heard.awaitEnd();
        int heardAtTheEnd = heard.events().size();
        time.advance(java.time.Duration.ofSeconds(30));

        assertThat(heard.events()).hasSize(heardAtTheEnd);
    }

    @Test
    void refusesToSendAfterTheEnd() {
        GatewayConnection connection = connect();
        connection.close();
        heard.awaitEnd();

        assertThat(connection.send(new ReqCurrentTime())).isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(LocalRefusal.NOT_CONNECTED);
            assertThat(refused.code()).isEqualTo(504);
        });
        assertThat(heard.unsent()).isEmpty();
    }

    /** With the reader at the other end stopped, the socket's buffers fill and the writer stands still. */
    @Test
    void namesWhatWasAcceptedAndNeverSentInOrder() {
        GatewayConnection connection = connect();
        settle(connection);
        simulator().pause(null);
        GatewayRequest bulky = new AccountRequest.ReqAccountSummary(1, "All", "x".repeat(60_000));
        for (int sent = 0; sent < 400; sent++) {
            send(connection, bulky);
        }
        send(connection, new MarketDataRequest.CancelMktData(7), new MarketDataRequest.CancelMktData(8));

        connection.close(CloseReason.of(Cause.PEER_SILENT, "probe not answered"));

        heard.awaitEnd();
        List<GatewayRequest> unsent = heard.unsent();
        assertThat(unsent)
                .endsWith(new MarketDataRequest.CancelMktData(7), new MarketDataRequest.CancelMktData(8))
                .hasSizeLessThan(402);
    }

    @Test
    void speaksOnOneThreadFromLogonToTheEnd() {
        GatewayConnection connection = connect();
        send(connection, MarketDataRequest.ReqMktData.stream(10, SPY));
        time.advance(java.time.Duration.ofSeconds(30));
        settle(connection);

        simulator().close();

        heard.awaitEnd();
        assertThat(heard.threads()).hasSize(1);
        assertThat(heard.threads()).doesNotContain(Thread.currentThread());
    }

    @Test
    void endsWhenItsListenerFails() {
        Heard failing = new Heard() {
            @Override
            public synchronized void onEvents(Instant receivedAt, List<GatewayEvent> received) {
                super.onEvents(receivedAt, received);
                if (received.stream().anyMatch(CurrentTime.class::isInstance)) {
                    throw new IllegalStateException("thrown by the test");
                }
            }
        };
        GatewayConnection connection = connect(settings(1), failing);

        send(connection, new ReqCurrentTime());

        assertThat(failing.awaitEnd().cause()).isEqualTo(Cause.INTERNAL_ERROR);
        assertThat(connection.isOpen()).isFalse();
    }
}
