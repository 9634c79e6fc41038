package com.quanticity.ibkr.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectOutcome.Connected;
import com.quanticity.ibkr.gateway.ConnectOutcome.Refused;
import com.quanticity.ibkr.gateway.ConnectOutcome.TimedOut;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.CurrentTime;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ManagedAccounts;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.NextValidId;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.simulator.session.LoginFault;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import java.time.Duration;
import java.util.Collections;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the socket to accounts and next order id, and every way it can fail. */
abstract class ConnectingCases extends BindingCases {

    @Test
    void logsOnWithVersionAccountsAndNextOrderId() {
        GatewayConnection connection = connect();

        assertThat(connection.isOpen()).isTrue();
        assertThat(connection.clientId()).isEqualTo(settings(1).clientId());
        assertThat(connection.serverVersion()).isBetween(176, 200);
        assertThat(connection.connectionTime()).isEqualTo("20260302 10:00:00 US/Eastern");
        assertThat(heard.phases()).containsExactly(ConnectPhase.SOCKET, ConnectPhase.VERSION, ConnectPhase.START_API);
        assertThat(heard.await(ManagedAccounts.class).accounts()).containsExactly("DU1234567");
        assertThat(heard.await(NextValidId.class).orderId()).isEqualTo(1);
        assertThat(heard.awaitMany(ErrorMessage.class, ErrorMessage::isAboutSession, 3))
                .extracting(ErrorMessage::errorCode)
                .containsExactly(2104, 2106, 2158);
    }

    @ParameterizedTest
    @ValueSource(ints = {176, 177, 182, 187, 190, 191, 192, 194, 195, 196, 198, 199})
    void agreesOnTheGatewaysVersion(int version) {
        speaking(version);

        GatewayConnection connection = connect();

        assertThat(connection.serverVersion()).isEqualTo(version);
        settle(connection);
    }

    @Test
    void neverSpeaksAVersionAboveTheOneAllowed() {
        speaking(199);

        switch (binding().connect(versions(176, 180), heard)) {
            case Connected(GatewayConnection connection) -> {
                assertThat(connection.serverVersion()).isLessThanOrEqualTo(180);
                connection.close();
            }
            case Refused refused -> assertThat(refused.code()).isEqualTo(Refused.UNSUPPORTED_VERSION);
            case TimedOut timedOut -> throw new AssertionError(timedOut);
        }
    }

    @Test
    void refusesAGatewayThatIsTooOld() {
        speaking(180);

        ConnectOutcome outcome = binding().connect(versions(190, 200), heard);

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isIn(Refused.UNSUPPORTED_VERSION, Refused.CANNOT_CONNECT);
            assertThat(refused.message()).contains("version", "190");
        });
        assertThat(heard.closed()).isEmpty();
    }

    @Test
    void isRefusedWhenTheClientIdIsInUseAndLeavesTheHolderAlone() {
        GatewayConnection holder = connect();
        Heard second = new Heard();

        ConnectOutcome outcome = binding().connect(settings(1), second);

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(Refused.CLIENT_ID_IN_USE);
            assertThat(refused.message()).contains("client id is already in use");
        });
        assertThat(second.closed()).isEmpty();
        settle(holder);
    }

    @Test
    void servesSeveralClientIdsAtOnce() {
        GatewayConnection first = connect();
        Heard other = new Heard();

        GatewayConnection second = connect(settings(2), other);

        assertThat(second.clientId().value()).isEqualTo(2);
        settle(first);
        assertThat(other.await(NextValidId.class).orderId()).isEqualTo(1);
    }

    @Test
    void saysThatNothingListens() {
        ConnectSettings gone = settings(1);
        simulator().close();

        assertThat(binding().connect(gone, heard)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(Refused.CANNOT_CONNECT);
            assertThat(refused.message()).contains(gone.address(), "start the gateway");
        });
        assertThat(heard.phases()).containsExactly(ConnectPhase.SOCKET);
    }

    @Test
    void givesUpOnAGatewayThatStaysSilent() {
        simulator().pause(null);

        ConnectOutcome outcome = binding().connect(within(Duration.ofMillis(400)), heard);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TimedOut.class, timedOut -> assertThat(timedOut.phase()).isEqualTo(ConnectPhase.VERSION));
        assertThat(heard.closed()).isEmpty();
    }

    @Test
    void givesUpOnAGatewayThatWaitsForItsUser() {
        simulator().faults().setLoginFault(LoginFault.UNANSWERED);

        ConnectOutcome outcome = binding().connect(within(Duration.ofMillis(400)), heard);

        assertThat(outcome).isInstanceOfSatisfying(TimedOut.class, timedOut -> {
            assertThat(timedOut.phase()).isEqualTo(ConnectPhase.VERSION);
            assertThat(timedOut.message()).contains("log the gateway in");
        });
    }

    @Test
    void givesUpWhenAccountsAndIdsNeverCome() {
        simulator().faults().setLoginFault(LoginFault.NO_IDS);

        ConnectOutcome outcome = binding().connect(within(Duration.ofMillis(400)), heard);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TimedOut.class, timedOut -> assertThat(timedOut.phase()).isEqualTo(ConnectPhase.START_API));
        assertThat(heard.closed()).isEmpty();
        Awaitility.await().until(() -> simulator().state().clients().isEmpty());
    }

    @Test
    void isRefusedByAGatewayThatDoesNotTrustTheAddress() {
        simulator().faults().setLoginFault(LoginFault.CLOSED_AT_ONCE);

        assertThat(binding().connect(settings(1), heard)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(Refused.CANNOT_CONNECT);
            assertThat(refused.message()).contains(settings(1).address());
        });
    }

    @Test
    void findsTheGatewayAgainAfterARestartThatRolledOrderIdsBack() {
        connect();
        simulator().faults().rollBackOrderIds(1);

        simulator().faults().restart(Duration.ofSeconds(90));
        heard.awaitEnd();
        ConnectOutcome whileAway = binding().connect(settings(1), new Heard());
        time.advance(Duration.ofSeconds(90));
        Heard again = new Heard();
        connect(settings(1), again);

        assertThat(whileAway)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(Refused.CANNOT_CONNECT));
        assertThat(again.await(NextValidId.class).orderId()).isEqualTo(1);
    }

    @Test
    void connectsAgainAfterItsOwnClose() {
        connect().close();
        heard.awaitEnd();
        Heard again = new Heard();

        GatewayConnection connection = retrying(again);

        assertThat(connection.isOpen()).isTrue();
        assertThat(again.await(ManagedAccounts.class).accounts()).containsExactly("DU1234567");
    }

    /** The gateway may need a moment to notice that the id is free again. */
    private GatewayConnection retrying(Heard listener) {
        Awaitility.await().until(() -> simulator().state().clients().isEmpty());
        return connect(settings(1), listener);
    }

    @Test
    void isSlowedDownInsteadOfRefusedWhenItAsksForThat() {
        simulating(config -> config.withLimits(SessionLimits.defaults()));
        ConnectSettings all = settings(1);
        ConnectSettings paced = new ConnectSettings(
                all.host(), all.port(), all.clientId(), all.minVersion(), all.maxVersion(), "+PACEAPI", all.timeout());
        GatewayConnection connection = connect(paced, heard);

        send(
                connection,
                Collections.nCopies(60, new SessionRequest.ReqCurrentTime()).toArray(GatewayRequest[]::new));
        heard.awaitMany(CurrentTime.class, any -> true, 40);
        time.advance(Duration.ofSeconds(2));

        assertThat(heard.awaitMany(CurrentTime.class, any -> true, 60)).hasSize(60);
        assertThat(all(ErrorMessage.class)).noneMatch(error -> error.errorCode() == 100);
    }
}
