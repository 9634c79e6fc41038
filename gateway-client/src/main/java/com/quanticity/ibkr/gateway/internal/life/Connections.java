package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The connections of a session one after the other: the attempt, the established link, its end. Control thread only. */
final class Connections {

    private static final Duration TICK = Duration.ofMillis(250);

    private final Life life;
    private final GatewayBinding binding;
    private long lastNumber;
    private long linkedSinceNanos;

    Connections(Life life, GatewayBinding binding) {
        this.life = life;
        this.binding = binding;
    }

    /** Connection numbers are the epoch milliseconds of the attempt, moved on when two fall into the same one. */
    Attempt newAttempt() {
        lastNumber = Math.max(life.now().toEpochMilli(), lastNumber + 1);
        life.impairments().reset();
        return new Attempt(life, lastNumber, life.gateways().next());
    }

    /** Connects on a thread of its own; the result interrupts it. */
    Runnable connect(Attempt attempt) {
        life.paces().of(attempt.target().address());
        return life.scheduler().runBlocking("gateway-connect-" + life.settings().clientId(), () -> {
            ConnectOutcome outcome = attempt.connect(binding);
            life.handle(current -> current.onOutcome(attempt, outcome));
        });
    }

    void count(ConnectOutcome outcome) {
        life.meters()
                .connect(
                        switch (outcome) {
                            case ConnectOutcome.Connected _ -> "connected";
                            case ConnectOutcome.Refused(int code, String _) -> "refused_" + code;
                            case ConnectOutcome.TimedOut _ -> "timed_out";
                        });
    }

    /** The attempt has become a connection. */
    Link established(Attempt attempt, GatewayConnection connection) {
        Link link = new Link(attempt, connection);
        life.lanes().attach(connection, life.paces().of(attempt.target().address()));
        linkedSinceNanos = life.scheduler().nanoTime();
        life.log().idUsed(life.lease().present(), attempt.number());
        life.heartbeat().onConnected();
        life.streams().onConnected(link.number(), life.facts().upcomingRequestId());
        scheduleTick(link);
        return link;
    }

    private void scheduleTick(Link link) {
        life.scheduler().schedule(TICK, () -> {
            life.handle(current -> current.onTick(link.attempt()));
            if (link.connection().isOpen()) {
                scheduleTick(link);
            }
        });
    }

    /** The connection is over: every request on it ends, what never left is reported, in this order. */
    void ended(CloseReason reason, List<GatewayRequest> unsentByConnection) {
        List<GatewayRequest> unsent = new ArrayList<>(unsentByConnection);
        unsent.addAll(life.lanes().detach());
        life.impairments().reset();
        life.alarms().clear(AlarmKind.COORDINATION_LOST, "budget", "no connection, so no budget is used");
        Duration used = Duration.ofNanos(life.scheduler().nanoTime() - linkedSinceNanos);
        life.meters().disconnect(reason.cause(), used);
        life.log().idLeft(life.lease().present(), used, reason);
        if (reason.cause() == Cause.CONSUMER_TOO_SLOW || reason.cause() == Cause.INTERNAL_ERROR) {
            life.recovery().wasNoSuccess();
        }
        life.endPending(reason.message());
        life.pending().onConnectionEnded();
        life.application().onUnsent(unsent);
    }
}
