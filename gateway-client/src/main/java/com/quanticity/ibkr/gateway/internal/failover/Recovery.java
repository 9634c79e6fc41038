package com.quanticity.ibkr.gateway.internal.failover;

import com.quanticity.ibkr.gateway.internal.alarm.AlarmBoard;
import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.session.BackupGateway;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.GatewayRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What failures and successes mean: for the next attempt, for the choice of the gateway, and for people. Failures inside a planned
 * outage count for nothing; whether they last is judged after it. Control thread only.
 */
public final class Recovery {

    /** How long a session must go well before an alarm about its own speed is cleared. */
    private static final Duration CALM = Duration.ofMinutes(5);

    /** What is over when a session works again. */
    private static final Set<AlarmKind> ENDED_BY_SUCCESS = EnumSet.of(
            AlarmKind.CLIENT_ID_COLLISION,
            AlarmKind.VERSION_REFUSED,
            AlarmKind.GATEWAY_UNREACHABLE,
            AlarmKind.BOTH_GATEWAYS_LOST,
            AlarmKind.BROKER_LINK_LOST,
            AlarmKind.READ_ONLY_GATEWAY,
            AlarmKind.PAPER_LIVE_MIX_UP,
            AlarmKind.LOGIN_NEEDED,
            AlarmKind.LOGIN_OVERDUE,
            AlarmKind.SYNCHRONISING_FAILS);

    private final Clock clock;
    private final Backoff backoff;
    private final GatewayChoice gateways;
    private final PlannedOutages outages;
    private final AlarmBoard alarms;
    private final @Nullable WayBack wayBack;
    private int synchroniseFailures;

    /**
     * @param primaryAnswers tries a handshake with the primary gateway; may block
     * @param mayLeave whether the application has no working orders
     * @param goBack sends the session back to its primary gateway, with the reason
     */
    public Recovery(
            SessionSettings settings,
            SessionScheduler scheduler,
            Clock clock,
            GatewayChoice gateways,
            PlannedOutages outages,
            AlarmBoard alarms,
            BooleanSupplier primaryAnswers,
            BooleanSupplier mayLeave,
            Consumer<String> goBack) {
        this.clock = clock;
        this.backoff = new Backoff(settings.reconnect());
        this.gateways = gateways;
        this.outages = outages;
        this.alarms = alarms;
        BackupGateway backup = settings.life().backup();
        this.wayBack = backup == null
                ? null
                : new WayBack(
                        scheduler,
                        clock,
                        backup,
                        outages,
                        primaryAnswers,
                        mayLeave,
                        () -> goBack.accept("it has answered for " + backup.returnAfter() + " and no order works"));
    }

    public int failures() {
        return backoff.failures();
    }

    /** Counts a failure; how long to wait before the next attempt. */
    public Duration nextPause() {
        return backoff.nextPause();
    }

    /** An attempt found no gateway. */
    public void onAttemptFailed(String message) {
        Instant now = clock.instant();
        boolean planned = outages.until(now).isPresent();
        if (!planned) {
            gateways.failed(message);
        }
        if (planned || gateways.isTripped()) {
            alarms.raise(AlarmKind.GATEWAY_UNREACHABLE, "", message);
        }
        if (gateways.areBothTripped()) {
            alarms.raise(AlarmKind.BOTH_GATEWAYS_LOST, "", message);
        }
        switch (outages.onAway(now)) {
            case NOT_DUE -> {}
            case NEEDED -> alarms.raise(AlarmKind.LOGIN_NEEDED, "", message);
            case OVERDUE -> alarms.raise(AlarmKind.LOGIN_OVERDUE, "", message);
        }
    }

    public void onSynchronisingFailed(String message) {
        synchroniseFailures++;
        if (synchroniseFailures >= GatewayChoice.FAILURES) {
            alarms.raise(AlarmKind.SYNCHRONISING_FAILS, "", message);
        }
    }

    /**
     * The session is READY or DEGRADED.
     *
     * @param connectedAt when its connection was made
     */
    public void onSuccess(Instant connectedAt) {
        backoff.succeeded();
        synchroniseFailures = 0;
        gateways.succeeded();
        outages.onConnected(connectedAt);
        ENDED_BY_SUCCESS.forEach(kind -> alarms.clear(kind, "", "the session works"));
        alarms.clear(AlarmKind.CONSUMER_TOO_SLOW, "", "the session works for a while", CALM);
        if (!gateways.isMoved()) {
            alarms.clear(AlarmKind.GATEWAY_PORT_CHANGED, "", "connected on the configured port");
        }
        watchTheWayBack();
    }

    /** The last success was none: our own side failed, and would fail again every second. */
    public void wasNoSuccess() {
        backoff.wasNoSuccess();
    }

    /** 1300: the gateway listens elsewhere from now on. */
    public void onMoved(int port, String message) {
        gateways.moved(port);
        alarms.raise(AlarmKind.GATEWAY_PORT_CHANGED, "", message);
    }

    private void watchTheWayBack() {
        WayBack watch = wayBack;
        if (watch == null) {
            return;
        }
        if (gateways.role() == GatewayRole.BACKUP) {
            alarms.raise(AlarmKind.ON_BACKUP_GATEWAY, "", "on " + gateways.address());
            watch.watch();
        } else {
            alarms.clear(AlarmKind.ON_BACKUP_GATEWAY, "", "back on " + gateways.address());
            watch.stop();
        }
    }
}
