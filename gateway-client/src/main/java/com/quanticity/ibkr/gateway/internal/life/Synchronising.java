package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.session.SessionState;

/** Connected; the application reads what it must know before orders may leave. */
final class Synchronising extends Linked {

    private final Synchronisation.Cause cause;
    private final long run;
    private Runnable interrupt = () -> {};
    private Runnable cancelTimeout = () -> {};

    Synchronising(Life life, Link link, Synchronisation.Cause cause, String reason) {
        super(life, link, reason, null);
        this.cause = cause;
        this.run = life.synchronisations().nextRun();
    }

    @Override
    SessionState name() {
        return SessionState.SYNCHRONISING;
    }

    @Override
    void enter() {
        life.endPending("cut off by " + reason());
        interrupt = life.synchronisations().start(run, link, cause);
        cancelTimeout = life.scheduler()
                .schedule(
                        life.settings().synchronise().timeout(),
                        () -> life.handle(state -> state.onSynchroniseFailed(
                                run,
                                "not done within "
                                        + life.settings().synchronise().timeout())));
    }

    @Override
    void exit() {
        cancelTimeout.run();
        interrupt.run();
    }

    @Override
    LifeState onSynchronised(long finished) {
        return finished == run ? Usable.of(life, link, this) : this;
    }

    @Override
    LifeState onSynchroniseFailed(long failed, String message) {
        // On a connection that is closed already this only follows from its end, which has its own reason.
        if (failed == run && link.connection().isOpen()) {
            life.recovery().onSynchronisingFailed(message);
            close(Cause.SYNCHRONISING_FAILED, "synchronising failed: " + message);
        }
        return this;
    }

    @Override
    LifeState brokerLost(ErrorMessage notice) {
        return new BrokerDown(life, link, notice, cause);
    }

    @Override
    LifeState synchronising(Synchronisation.Cause next, String why, ErrorMessage notice) {
        return super.synchronising(cause.stronger(next), why, notice);
    }
}
