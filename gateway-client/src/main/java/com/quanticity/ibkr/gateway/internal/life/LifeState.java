package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.lease.LeaseAnswer;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One state of a session: what it does about each thing that can happen. Every handler returns the state to be in next, this one by
 * default. States are made anew each time they are entered. Control thread only.
 *
 * <pre>
 * Disconnected → Connecting → Handshaking → Synchronising → Ready
 *      ↑             ↓            ↓          ↕ 1100/1101/1102 ↕
 *      └──────────── Refused ←────┘            BrokerDown
 *   every state → Closed
 * </pre>
 */
abstract class LifeState {

    final Life life;
    private final String reason;
    private final @Nullable Integer errorCode;

    LifeState(Life life, String reason, @Nullable Integer errorCode) {
        this.life = life;
        this.reason = reason;
        this.errorCode = errorCode;
    }

    abstract SessionState name();

    String reason() {
        return reason;
    }

    @Nullable Integer errorCode() {
        return errorCode;
    }

    /** Number of the connection, 0 when there is none. */
    long connection() {
        return 0;
    }

    @Nullable Integer serverVersion() {
        return null;
    }

    @Nullable Instant nextAttemptAt() {
        return null;
    }

    void enter() {}

    void exit() {}

    LifeState onConnectDue() {
        return this;
    }

    LifeState onPhase(Attempt attempt, ConnectPhase phase) {
        return this;
    }

    /** An outcome nobody waits for any more: a connection that came too late is closed again. */
    LifeState onOutcome(Attempt attempt, ConnectOutcome outcome) {
        if (outcome instanceof ConnectOutcome.Connected(var connection)) {
            connection.close();
        }
        return this;
    }

    LifeState onNotice(Attempt attempt, ErrorMessage notice) {
        return this;
    }

    /** Data was refused for a competing session (10197). */
    LifeState onCompetingSession(Attempt attempt, ErrorMessage refusal) {
        return this;
    }

    /** Live data came though a session competed. */
    LifeState onCompetitionEnded(Attempt attempt) {
        return this;
    }

    LifeState onReadOnly(Attempt attempt, ErrorMessage refusal) {
        return this;
    }

    /** The next attempt goes elsewhere. */
    LifeState onGatewayChange(String why) {
        return this;
    }

    LifeState onProbeAnswer(Attempt attempt) {
        return this;
    }

    LifeState onTick(Attempt attempt) {
        return this;
    }

    /** No connection to close, or none yet: {@link Attempt#consumerFellBehind} keeps it. */
    LifeState onConsumerTooSlow(Attempt attempt) {
        return this;
    }

    LifeState onConsumerFailed(String message) {
        return this;
    }

    LifeState onSynchronised(long run) {
        return this;
    }

    LifeState onSynchroniseFailed(long run, String message) {
        return this;
    }

    LifeState onConnectionClosed(Attempt attempt, CloseReason closeReason, List<GatewayRequest> unsent) {
        return this;
    }

    /** The answer to asking for the client id. */
    LifeState onLeaseAnswer(LeaseAnswer answer) {
        return this;
    }

    LifeState onLeaseStanding(LeaseStanding standing) {
        return this;
    }

    LifeState onClose() {
        return new Closed(life, null, null);
    }

    /** Tells people that the application fell behind; why the connection has to end. */
    final CloseReason consumerTooSlow() {
        life.alarms().raise(AlarmKind.CONSUMER_TOO_SLOW, "", "the hand-over queue of the application is full");
        return CloseReason.of(
                Cause.CONSUMER_TOO_SLOW, "consumer too slow: the hand-over queue is full, later events are lost");
    }
}
