package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** No connection; the next attempt is due after a pause that grows with each failure, for ever. */
class Disconnected extends LifeState {

    private final Duration pause;
    private final Instant nextAttemptAt;
    private Runnable cancelTimer = () -> {};

    Disconnected(Life life, String reason, @Nullable Integer errorCode, Duration pause) {
        super(life, reason, errorCode);
        this.pause = pause;
        this.nextAttemptAt = life.now().plus(pause);
    }

    /** Where a session goes that has no connection: away on schedule, or disconnected. */
    static LifeState away(Life life, String reason, @Nullable Integer errorCode) {
        Duration pause = life.recovery().nextPause();
        return life.outages()
                .until(life.now())
                .<LifeState>map(until -> new PlannedOutage(life, reason, errorCode, pause, until))
                .orElseGet(() -> new Disconnected(life, reason, errorCode, pause));
    }

    @Override
    SessionState name() {
        return SessionState.DISCONNECTED;
    }

    @Override
    @Nullable Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    @Override
    void enter() {
        cancelTimer = life.scheduler().schedule(pause, () -> life.handle(LifeState::onConnectDue));
    }

    @Override
    void exit() {
        cancelTimer.run();
    }

    @Override
    LifeState onConnectDue() {
        return life.connecting();
    }

    /** A person waits; the pause was for the gateway that is left. */
    @Override
    LifeState onGatewayChange(String why) {
        // Taken back, or followed already.
        return life.gateways().isLeaving() ? life.connecting() : this;
    }
}
