package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.internal.notice.BrokerLink;
import com.quanticity.ibkr.gateway.internal.notice.MovedPort;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the states with a connection have in common: liveness, the link to the broker, and the end of the connection. */
abstract class Linked extends LifeState {

    final Link link;
    private @Nullable ErrorMessage readOnly;

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
            case NOT_MENTIONED -> otherNotice(notice);
        };
    }

    private LifeState otherNotice(ErrorMessage notice) {
        OptionalInt port = MovedPort.of(notice);
        if (port.isPresent()) {
            life.recovery().onMoved(port.getAsInt(), notice.errorMsg());
            close(Cause.GATEWAY_CHANGED, "the gateway moved to port " + port.getAsInt() + " (1300)");
            return this;
        }
        life.impairments().onNotice(notice);
        return impaired();
    }

    /** Something works again, or does not any more. */
    LifeState impaired() {
        return this;
    }

    @Override
    final LifeState onCompetingSession(Attempt from, ErrorMessage refusal) {
        if (from != link.attempt()) {
            return this;
        }
        life.impairments().onCompetingSession(refusal, life.facts().newestRequestId());
        return impaired();
    }

    @Override
    final LifeState onCompetitionEnded(Attempt from) {
        if (from != link.attempt()) {
            return this;
        }
        return impaired();
    }

    /** A session that never trades has no use for orders and goes on. */
    @Override
    final LifeState onReadOnly(Attempt from, ErrorMessage message) {
        if (from == link.attempt() && life.settings().mayTrade()) {
            readOnly = message;
            close(Cause.READ_ONLY, "the gateway is read-only: " + message.errorMsg());
        }
        return this;
    }

    @Override
    final LifeState onGatewayChange(String why) {
        // Taken back, or followed already.
        if (life.gateways().isLeaving()) {
            close(Cause.GATEWAY_CHANGED, why);
        }
        return this;
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
            life.heartbeat().answered();
        }
        return this;
    }

    @Override
    final LifeState onTick(Attempt from) {
        if (from == link.attempt()) {
            life.heartbeat().check(link.connection());
            life.coordination().checkBudget(life.lanes());
        }
        return this;
    }

    @Override
    final LifeState onConsumerTooSlow(Attempt from) {
        if (from == link.attempt()) {
            link.connection().close(consumerTooSlow());
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
        life.connections().ended(reason, unsent);
        ErrorMessage refusal = readOnly;
        if (refusal != null) {
            return new Refused(
                    life,
                    reason.message(),
                    refusal.errorCode(),
                    AlarmKind.READ_ONLY_GATEWAY,
                    life.recovery().nextPause());
        }
        if (neverWorked() && isOfTheGateway(reason.cause())) {
            life.recovery().onAttemptFailed(reason.message());
        }
        return Disconnected.away(life, reason.message(), null);
    }

    /** The connection never got READY: a gateway that only logs in is as bad as none. */
    private boolean neverWorked() {
        return life.synchronisations().firstCause(link) == Synchronisation.Cause.CONNECTED;
    }

    private static boolean isOfTheGateway(Cause cause) {
        return switch (cause) {
            case PEER_SILENT, CLOSED_BY_GATEWAY, STREAM_BROKEN, WRITE_FAILED, BAD_FRAME_LENGTH -> true;
            case CLOSED_BY_US,
                    CONSUMER_TOO_SLOW,
                    SYNCHRONISING_FAILED,
                    LEASE_LOST,
                    READ_ONLY,
                    GATEWAY_CHANGED,
                    INTERNAL_ERROR -> false;
        };
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
