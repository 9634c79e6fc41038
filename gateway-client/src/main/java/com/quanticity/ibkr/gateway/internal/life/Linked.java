package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the states with a connection have in common: liveness, the link to the broker, and the end of the connection. */
abstract class Linked extends LifeState {

    final Link link;

    Linked(Life life, Link link, String reason, @Nullable Integer errorCode) {
        super(life, reason, errorCode);
        this.link = link;
    }

    @Override
    long connection() {
        return link.number();
    }

    @Override
    @Nullable Integer serverVersion() {
        return link.connection().serverVersion();
    }

    @Override
    final LifeState onNotice(Attempt from, ErrorMessage notice) {
        if (from != link.attempt()) {
            return this;
        }
        return switch (BrokerLink.of(notice)) {
            case LOST -> brokerLost(notice);
            case BACK_DATA_LOST ->
                synchronising(
                        Synchronisation.Cause.DATA_LOST, "link to the broker is back, subscriptions lost", notice);
            case BACK_DATA_KEPT ->
                synchronising(
                        Synchronisation.Cause.DATA_KEPT, "link to the broker is back, subscriptions kept", notice);
            case NOT_MENTIONED -> this;
        };
    }

    LifeState brokerLost(ErrorMessage notice) {
        return new BrokerDown(life, link, notice);
    }

    /** Runs the application's steps again; a stronger cause that has not been served yet is not forgotten. */
    LifeState synchronising(Synchronisation.Cause cause, String why, ErrorMessage notice) {
        return new Synchronising(life, link, cause, why + " (" + notice.errorCode() + ")");
    }

    @Override
    final LifeState onProbeAnswer(Attempt from) {
        if (from == link.attempt()) {
            life.probeAnswered();
        }
        return this;
    }

    @Override
    final LifeState onTick(Attempt from) {
        if (from == link.attempt()) {
            life.checkLiveness(link);
            life.checkSharing();
        }
        return this;
    }

    @Override
    final LifeState onConsumerTooSlow(Attempt from) {
        if (from == link.attempt()) {
            life.alarms().raise(AlarmKind.CONSUMER_TOO_SLOW, "", "the hand-over queue of the application is full");
            close(Cause.CONSUMER_TOO_SLOW, "consumer too slow: the hand-over queue is full, later events are lost");
        }
        return this;
    }

    @Override
    final LifeState onConsumerFailed(String message) {
        close(Cause.INTERNAL_ERROR, "the application failed on an event: " + message);
        return this;
    }

    @Override
    final LifeState onConnectionClosed(Attempt from, CloseReason reason, List<GatewayRequest> unsent) {
        if (from != link.attempt()) {
            return this;
        }
        life.linkEnded(reason, unsent);
        return new Disconnected(life, reason.message(), null, life.nextPause());
    }

    /** At once: from now on the id is another process's. */
    @Override
    final LifeState onLeaseStanding(LeaseStanding standing) {
        if (standing instanceof LeaseStanding.Lost(String why)) {
            close(Cause.LEASE_LOST, why);
        }
        return this;
    }

    @Override
    final LifeState onClose() {
        return new Closed(life, link, null);
    }

    final void close(Cause cause, String message) {
        link.connection().close(CloseReason.of(cause, message));
    }
}
