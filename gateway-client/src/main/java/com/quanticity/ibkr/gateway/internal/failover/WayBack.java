package com.quanticity.ibkr.gateway.internal.failover;

import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.session.BackupGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches the primary gateway while the session runs on the backup, and says when it may go back: the primary has answered a
 * handshake for long enough, a planned window is open, and the application has no working orders. Control thread only.
 */
public final class WayBack {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final SessionScheduler scheduler;
    private final Clock clock;
    private final BackupGateway settings;
    private final PlannedOutages outages;
    private final BooleanSupplier primaryAnswers;
    private final BooleanSupplier mayLeave;
    private final Runnable goBack;
    private @Nullable Instant answersSince;
    private boolean watching;

    /**
     * @param primaryAnswers tries a handshake; may block
     * @param mayLeave whether the application has no working orders
     */
    public WayBack(
            SessionScheduler scheduler,
            Clock clock,
            BackupGateway settings,
            PlannedOutages outages,
            BooleanSupplier primaryAnswers,
            BooleanSupplier mayLeave,
            Runnable goBack) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.settings = settings;
        this.outages = outages;
        this.primaryAnswers = primaryAnswers;
        this.mayLeave = mayLeave;
        this.goBack = goBack;
    }

    /** The session runs on the backup. */
    public void watch() {
        if (!watching) {
            watching = true;
            answersSince = null;
            scheduleProbe();
        }
    }

    /** It does not any more. */
    public void stop() {
        watching = false;
    }

    /** Since when the primary answers without a break, null when it does not. */
    public @Nullable Instant answersSince() {
        return answersSince;
    }

    private void scheduleProbe() {
        scheduler.schedule(INTERVAL, () -> {
            if (watching) {
                scheduler.runBlocking("gateway-way-back", () -> {
                    boolean answers = primaryAnswers.getAsBoolean();
                    scheduler.execute(() -> onProbe(answers));
                });
            }
        });
    }

    private void onProbe(boolean answers) {
        if (!watching) {
            return;
        }
        Instant now = clock.instant();
        Instant since = answers ? (answersSince == null ? now : answersSince) : null;
        answersSince = since;
        boolean longEnough = since != null && !now.isBefore(since.plus(settings.returnAfter()));
        if (settings.automaticReturn() && longEnough && outages.calendar().isPlanned(now) && mayLeave.getAsBoolean()) {
            watching = false;
            goBack.run();
        } else {
            scheduleProbe();
        }
    }
}
