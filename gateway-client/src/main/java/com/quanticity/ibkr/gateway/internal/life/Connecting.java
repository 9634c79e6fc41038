package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.internal.notice.BrokerLink;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.GatewayEnvironment;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt is under way, and the socket is not open yet. */
class Connecting extends LifeState {

    private final Attempt attempt;
    private @Nullable ErrorMessage brokerLost;
    private @Nullable CloseReason closedAlready;
    private Runnable interrupt = () -> {};

    Connecting(Life life) {
        this(life, life.connections().newAttempt());
    }

    private Connecting(Life life, Attempt attempt) {
        this(life, attempt, life.gateways().reason());
    }

    Connecting(Life life, Attempt attempt, String reason) {
        super(life, reason, null);
        this.attempt = attempt;
    }

    @Override
    SessionState name() {
        return SessionState.CONNECTING;
    }

    @Override
    long connection() {
        return attempt.number();
    }

    @Override
    void enter() {
        interrupt = life.connections().connect(attempt);
    }

    @Override
    LifeState onPhase(Attempt from, ConnectPhase phase) {
        return from == attempt && phase != ConnectPhase.SOCKET ? new Handshaking(life, attempt, interrupt) : this;
    }

    /** The link to the broker may be down from the start. */
    @Override
    LifeState onNotice(Attempt from, ErrorMessage notice) {
        if (from == attempt) {
            brokerLost = BrokerLink.of(notice).isLost(brokerLost != null) ? notice : null;
            life.impairments().onNotice(notice);
        }
        return this;
    }

    /** The end of a connection can be heard of before its beginning: two threads report them. */
    @Override
    LifeState onConnectionClosed(Attempt from, CloseReason closeReason, List<GatewayRequest> unsent) {
        if (from == attempt) {
            closedAlready = closeReason;
        }
        return this;
    }

    @Override
    LifeState onOutcome(Attempt from, ConnectOutcome outcome) {
        if (from != attempt) {
            return super.onOutcome(from, outcome);
        }
        life.connections().count(outcome);
        return switch (outcome) {
            case ConnectOutcome.Connected(var connection) -> connected(connection);
            case ConnectOutcome.Refused(int code, String message) -> refused(code, message);
            case ConnectOutcome.TimedOut(var phase, String message) -> unreachable(message, null);
        };
    }

    private LifeState refused(int code, String message) {
        return switch (code) {
            case ConnectOutcome.Refused.CLIENT_ID_IN_USE ->
                new Refused(
                        life,
                        message,
                        code,
                        AlarmKind.CLIENT_ID_COLLISION,
                        life.recovery().nextPause());
            case ConnectOutcome.Refused.UNSUPPORTED_VERSION ->
                new Refused(
                        life,
                        message,
                        code,
                        AlarmKind.VERSION_REFUSED,
                        life.recovery().nextPause());
            default -> unreachable(message, code);
        };
    }

    private LifeState unreachable(String message, @Nullable Integer code) {
        life.recovery().onAttemptFailed(message);
        return Disconnected.away(life, message, code);
    }

    private LifeState connected(GatewayConnection connection) {
        if (!life.lease().isProven()) {
            connection.close();
            return new Disconnected(
                    life,
                    "the lease of the client id ended while connecting",
                    null,
                    life.recovery().nextPause());
        }
        CloseReason closed = closedAlready;
        if (closed != null) {
            return unreachable(closed.message(), null);
        }
        if (attempt.consumerFellBehind()) {
            CloseReason tooSlow = consumerTooSlow();
            connection.close(tooSlow);
            return Disconnected.away(life, tooSlow.message(), null);
        }
        if (life.gateways().isLeaving()) {
            connection.close(CloseReason.of(Cause.GATEWAY_CHANGED, "another gateway was chosen while connecting"));
            return new Disconnected(
                    life,
                    "another gateway was chosen while connecting",
                    null,
                    life.settings().reconnect().initial());
        }
        Optional<String> mixUp = mixUp();
        if (mixUp.isPresent()) {
            connection.close();
            return new Refused(
                    life,
                    mixUp.get(),
                    null,
                    AlarmKind.PAPER_LIVE_MIX_UP,
                    life.recovery().nextPause());
        }
        Link link = life.connections().established(attempt, connection);
        ErrorMessage lost = brokerLost;
        return lost == null
                ? new Synchronising(life, link, Synchronisation.Cause.CONNECTED, "connected, reading state")
                : new BrokerDown(life, link, lost);
    }

    /** What is wrong with the accounts of the login, empty when nothing is. Account numbers stay out of logs. */
    private Optional<String> mixUp() {
        GatewayEnvironment environment = life.settings().life().environment();
        List<String> accounts = life.facts().accounts();
        long strange = accounts.stream()
                .filter(account -> !environment.accepts(account))
                .count();
        return strange == 0
                ? Optional.empty()
                : Optional.of(
                        "%d of %d accounts of this login are not %s accounts; correct ibkr.gateway.host and port, or environment"
                                .formatted(
                                        strange,
                                        accounts.size(),
                                        environment.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    LifeState onLeaseStanding(LeaseStanding standing) {
        if (standing instanceof LeaseStanding.Lost) {
            interrupt.run();
        }
        return this;
    }

    @Override
    LifeState onClose() {
        interrupt.run();
        return new Closed(life, null, attempt);
    }

    /** Kept when the phase changes: the attempt itself goes on. */
    final void keepInterrupt(Runnable ofTheSameAttempt) {
        interrupt = ofTheSameAttempt;
    }
}
