package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.event.UnreadEvent;
import com.quanticity.ibkr.gateway.lease.ClientIdLease;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmSeverity;
import com.quanticity.ibkr.model.session.GatewayRole;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line for each state change; what repeats while a gateway is away is counted and stays at debug. */
final class SessionLog {

    private static final Logger log = LoggerFactory.getLogger(GatewaySession.class);

    private final SessionSettings settings;
    private final Set<Integer> unknownSeen = ConcurrentHashMap.newKeySet();
    private final AtomicLong malformedFrames = new AtomicLong();

    SessionLog(SessionSettings settings) {
        this.settings = settings;
    }

    void stateChange(LifeState state, int failures, String gateway) {
        log.atLevel(level(state, failures))
                .log(
                        "session state={} clientId={} gateway={}{} failures={}{} reason={}",
                        state.name(),
                        settings.clientId(),
                        gateway,
                        state.connection() == 0 ? "" : " connection=" + state.connection(),
                        failures,
                        known("errorCode", state.errorCode()),
                        state.reason());
    }

    void orderIdsWentBack(int before, int orderId) {
        log.warn("order ids went back clientId={} before={} nextValidId={}", settings.clientId(), before, orderId);
    }

    /** The usage of the client id: who, under which token. */
    void idUsed(Optional<ClientIdLease> lease, long connection) {
        log.info("client id used clientId={} connection={}{}", settings.clientId(), connection, held(lease));
    }

    void idLeft(Optional<ClientIdLease> lease, Duration used, CloseReason reason) {
        log.info(
                "client id left clientId={} seconds={}{} cause={} reason={}",
                settings.clientId(),
                used.toSeconds(),
                held(lease),
                reason.cause(),
                reason.message());
    }

    void malformedFrame(UnreadEvent.MalformedFrame frame) {
        long count = malformedFrames.incrementAndGet();
        log.atLevel(count == 1 ? Level.WARN : Level.DEBUG)
                .log(
                        "malformed frame clientId={}{} problem={} count={} frameBytes={}",
                        settings.clientId(),
                        known("messageId", frame.messageId()),
                        frame.problem(),
                        count,
                        frame.frame().length());
    }

    /** The first sighting of each message id; later ones are counted by the meter. */
    void unknownMessage(UnreadEvent.UnknownMessage message) {
        if (unknownSeen.add(message.messageId())) {
            log.info(
                    "message not spoken clientId={} messageId={} frameBytes={}",
                    settings.clientId(),
                    message.messageId(),
                    message.frame().length());
        }
    }

    void alarm(Alarm alarm) {
        if (alarm.raised()) {
            log.atLevel(alarm.severity() == AlarmSeverity.P1 ? Level.ERROR : Level.WARN)
                    .log(
                            "alarm raised kind={} severity={}{}{}{} since={} text={} action={} runbook={}",
                            alarm.kind(),
                            alarm.severity(),
                            subject(alarm),
                            known("clientId", alarm.clientId()),
                            known("gateway", alarm.gateway()),
                            alarm.since(),
                            alarm.text(),
                            alarm.firstAction(),
                            alarm.runbook());
        } else {
            log.info(
                    "alarm cleared kind={}{}{} since={} text={}",
                    alarm.kind(),
                    subject(alarm),
                    known("clientId", alarm.clientId()),
                    alarm.since(),
                    alarm.text());
        }
    }

    void connectFailed(long connection, Throwable failure) {
        log.error(
                "connecting failed on our side clientId={} connection={} action=report-this-defect",
                settings.clientId(),
                connection,
                failure);
    }

    void consumerFailed(Throwable failure) {
        log.error("session listener failed clientId={} action=reconnect", settings.clientId(), failure);
    }

    /** Always told: what follows from it may be quiet because attempts fail. */
    void gatewayChosen(GatewayRole role, String from, String reason) {
        log.warn("gateway chosen role={} clientId={} from={} reason={}", role, settings.clientId(), from, reason);
    }

    private static String held(Optional<ClientIdLease> lease) {
        return lease.map(own -> " holder=" + own.holder().describe() + " token=" + own.token())
                .orElse("");
    }

    private static String subject(Alarm alarm) {
        return alarm.subject().isEmpty() ? "" : " subject=" + alarm.subject();
    }

    /** What is not known has no key. */
    private static String known(String key, @Nullable Object value) {
        return value == null ? "" : " " + key + "=" + value;
    }

    private static Level level(LifeState state, int failures) {
        boolean repeated = failures > 1;
        return switch (state.name()) {
            case REFUSED -> repeated ? Level.DEBUG : Level.ERROR;
            case DISCONNECTED, BROKER_DOWN, DEGRADED -> repeated ? Level.DEBUG : Level.WARN;
            case CONNECTING, HANDSHAKE -> failures > 0 ? Level.DEBUG : Level.INFO;
            case PLANNED_OUTAGE -> repeated ? Level.DEBUG : Level.INFO;
            case SYNCHRONISING, READY, CLOSED -> Level.INFO;
        };
    }
}
