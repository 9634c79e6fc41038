package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attempt is under way, and the socket is not open yet. */
class Connecting extends LifeState {

    private final Attempt attempt;
    private @Nullable ErrorMessage brokerLost;
    private @Nullable CloseReason closedAlready;
    private Runnable interrupt = () -> {};

    Connecting(Life life) {
        this(life, life.newAttempt(), "connecting");
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
        interrupt = life.connect(attempt);
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
        life.countConnect(outcome);
        return switch (outcome) {
            case ConnectOutcome.Connected(var connection) -> connected(connection);
            case ConnectOutcome.Refused(int code, String message) -> refused(code, message);
            case ConnectOutcome.TimedOut(var phase, String message) ->
                new Disconnected(life, message, null, life.nextPause());
        };
    }

    private LifeState refused(int code, String message) {
        return switch (code) {
            case ConnectOutcome.Refused.CLIENT_ID_IN_USE ->
                new Refused(life, message, code, AlarmKind.CLIENT_ID_COLLISION, life.nextPause());
            case ConnectOutcome.Refused.UNSUPPORTED_VERSION ->
                new Refused(life, message, code, AlarmKind.VERSION_REFUSED, life.nextPause());
            default -> new Disconnected(life, message, code, life.nextPause());
        };
    }

    private LifeState connected(GatewayConnection connection) {
        if (!life.lease().isProven()) {
            connection.close();
            return new Disconnected(life, "the lease of the client id ended while connecting", null, life.nextPause());
        }
        CloseReason closed = closedAlready;
        if (closed != null) {
            return new Disconnected(life, closed.message(), null, life.nextPause());
        }
        Link link = life.newLink(attempt, connection);
        ErrorMessage lost = brokerLost;
        return lost == null
                ? new Synchronising(life, link, Synchronisation.Cause.CONNECTED, "connected, reading state")
                : new BrokerDown(life, link, lost);
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
