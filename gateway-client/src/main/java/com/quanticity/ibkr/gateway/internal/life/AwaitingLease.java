package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.lease.ClientIdLease;
import com.quanticity.ibkr.gateway.lease.LeaseAnswer;
import com.quanticity.ibkr.gateway.lease.LeaseHolder;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;

/**
 * No connection, because the client id is not ours beyond doubt: somebody else holds it, or nobody can say who does. Asks again and
 * again, for ever; entered anew only when the reason changes.
 */
final class AwaitingLease extends LifeState {

    /** Not longer than a person waits for a restart. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private final Duration pause;
    private Runnable cancelTimer = () -> {};

    AwaitingLease(Life life) {
        this(life, "asking for the lease of client id " + life.settings().clientId(), Duration.ZERO);
    }

    private AwaitingLease(Life life, String reason, Duration pause) {
        super(life, reason, null);
        this.pause = pause;
    }

    @Override
    SessionState name() {
        return SessionState.DISCONNECTED;
    }

    @Override
    void enter() {
        askAfter(pause);
    }

    @Override
    void exit() {
        cancelTimer.run();
    }

    @Override
    LifeState onLeaseAnswer(LeaseAnswer answer) {
        return switch (answer) {
            case LeaseAnswer.Granted(ClientIdLease _) -> life.connecting();
            case LeaseAnswer.Held(LeaseHolder holder, long _, Duration lapsesIn) -> {
                life.coordination().isBack();
                yield again(
                        "client id " + life.settings().clientId() + " is held by " + holder.describe()
                                + "; stop it or wait",
                        within(lapsesIn));
            }
            case LeaseAnswer.MaybeHeld(Duration forAtMost, String why) -> {
                life.coordination().isBack();
                yield again(why, within(forAtMost));
            }
            case LeaseAnswer.Unknown(String why) -> {
                life.coordination().isAway(why);
                yield again(why, LONGEST_PAUSE);
            }
        };
    }

    /** Proven again: the outage is over. Lost: to be asked for anew. */
    @Override
    LifeState onLeaseStanding(LeaseStanding standing) {
        return switch (standing) {
            case LeaseStanding.Proven() -> life.connecting();
            case LeaseStanding.Unproven _ -> this;
            case LeaseStanding.Lost(String why) -> again(why, SHORTEST_PAUSE);
        };
    }

    private static Duration within(Duration wait) {
        return Duration.ofNanos(Math.clamp(wait.toNanos(), SHORTEST_PAUSE.toNanos(), LONGEST_PAUSE.toNanos()));
    }

    private LifeState again(String why, Duration next) {
        if (!why.equals(reason())) {
            return new AwaitingLease(life, why, next);
        }
        askAfter(next);
        return this;
    }

    private void askAfter(Duration delay) {
        cancelTimer.run();
        cancelTimer = life.scheduler().schedule(delay, () -> life.handle(state -> state == this ? ask() : state));
    }

    private LifeState ask() {
        if (life.lease().isProven()) {
            // Proven again before anybody saw that it was not: nobody will tell.
            return onLeaseStanding(new LeaseStanding.Proven());
        }
        if (life.lease().present().isPresent()) {
            // Ours but unproven: it renews itself.
            askAfter(LONGEST_PAUSE);
        } else {
            life.lease().ask(answer -> life.handle(state -> state.onLeaseAnswer(answer)));
        }
        return this;
    }
}
