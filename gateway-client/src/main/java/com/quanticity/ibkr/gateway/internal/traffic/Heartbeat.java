package com.quanticity.ibkr.gateway.internal.traffic;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.SendLanes;
import com.quanticity.ibkr.gateway.internal.pending.PendingRequests;
import com.quanticity.ibkr.gateway.internal.report.ClockSkew;
import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.gateway.session.LivenessSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gateway for its time again and again, closes a connection that does not answer, and learns from the answers how far the
 * clocks are apart. Control thread, where a method does not say otherwise.
 */
public final class Heartbeat {

    private final SessionScheduler scheduler;
    private final Clock clock;
    private final SendLanes lanes;
    private final PendingRequests pending;
    private final SessionMeters meters;
    private final Liveness liveness;
    private final ClockSkew clockSkew = new ClockSkew();
    private long probeSentNanos;
    private volatile @Nullable Instant probeSentAt;
    private volatile long lastReceivedNanos;
    private volatile @Nullable Instant lastReceivedAt;

    public Heartbeat(
            LivenessSettings settings,
            SessionScheduler scheduler,
            Clock clock,
            SendLanes lanes,
            PendingRequests pending,
            SessionMeters meters) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.lanes = lanes;
        this.pending = pending;
        this.meters = meters;
        this.liveness = new Liveness(settings);
    }

    public void onConnected() {
        lastReceivedNanos = scheduler.nanoTime();
        liveness.onConnected(scheduler.nanoTime());
    }

    /** Called on the reader thread. */
    public void received(Instant at) {
        lastReceivedAt = at;
        lastReceivedNanos = scheduler.nanoTime();
    }

    /** Null before the first event of the first connection; readable on every thread. */
    public @Nullable Instant lastReceivedAt() {
        return lastReceivedAt;
    }

    /** Asks when a question is due, and closes the connection when it is dead. */
    public void check(GatewayConnection connection) {
        switch (liveness.check(scheduler.nanoTime(), lastReceivedNanos)) {
            case Liveness.Verdict.Fine() -> {}
            case Liveness.Verdict.SendProbe() -> {
                probeSentNanos = scheduler.nanoTime();
                probeSentAt = clock.instant();
                pending.onTimeAsked();
                lanes.submit(new SessionRequest.ReqCurrentTime());
            }
            case Liveness.Verdict.Dead(String message) -> connection.close(CloseReason.of(Cause.PEER_SILENT, message));
        }
    }

    public void answered() {
        if (liveness.onAnswer()) {
            meters.probeTime(Duration.ofNanos(scheduler.nanoTime() - probeSentNanos));
        }
    }

    /** Called on the reader thread. An answer to the application's own question says nothing about when it was asked. */
    public void clockTold(Instant gatewayTime, Instant receivedAt) {
        Instant sentAt = probeSentAt;
        if (sentAt != null) {
            probeSentAt = null;
            clockSkew.answered(gatewayTime, sentAt, receivedAt);
        }
    }

    /** Readable on every thread. */
    public ClockSkew clockSkew() {
        return clockSkew;
    }
}
