package com.quanticity.ibkr.gateway.internal.failover;

import com.quanticity.ibkr.gateway.internal.alarm.Excuse;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceKind;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceWindow;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calendar together with what the session knows about the weekly login: the login window excuses an outage only until somebody has
 * logged in. A connection made after the first gateway restart since the token died proves the login. Thread-safe.
 */
public final class PlannedOutages implements Excuse {

    private static final Set<MaintenanceKind> WITHOUT_LOGIN =
            EnumSet.complementOf(EnumSet.of(MaintenanceKind.WEEKLY_LOGIN));

    private final MaintenanceCalendar calendar;
    private volatile @Nullable Instant connectedAt;
    private volatile @Nullable Instant neededUntil;

    public PlannedOutages(MaintenanceCalendar calendar) {
        this.calendar = calendar;
    }

    /** How it stands with the weekly login while the gateway is away. */
    public enum Login {
        NOT_DUE,
        /** A person is expected now. */
        NEEDED,
        /** The window is over and nobody came. */
        OVERDUE
    }

    public MaintenanceCalendar calendar() {
        return calendar;
    }

    @Override
    public Optional<Instant> until(Instant at) {
        return pendingLogin(at).isPresent() ? calendar.excusedUntil(at) : calendar.excusedUntil(at, WITHOUT_LOGIN);
    }

    /** Until when the weekly login must be done, empty when it is not due or is done. */
    public Optional<Instant> loginBy(Instant at) {
        return pendingLogin(at).map(MaintenanceWindow::end);
    }

    /** A connection works that was made at this moment. */
    public void onConnected(Instant at) {
        connectedAt = at;
        if (pendingLogin(at).isEmpty()) {
            neededUntil = null;
        }
    }

    /** To be asked when an attempt has failed. */
    public Login onAway(Instant at) {
        Optional<MaintenanceWindow> pending = pendingLogin(at);
        if (pending.isPresent()) {
            neededUntil = pending.get().end();
            boolean expected =
                    calendar.loginFrom(at).filter(from -> !at.isBefore(from)).isPresent();
            return expected ? Login.NEEDED : Login.NOT_DUE;
        }
        Instant deadline = neededUntil;
        return deadline != null && !at.isBefore(deadline) ? Login.OVERDUE : Login.NOT_DUE;
    }

    private Optional<MaintenanceWindow> pendingLogin(Instant at) {
        return calendar.next(MaintenanceKind.WEEKLY_LOGIN, at)
                .filter(window -> window.contains(at))
                .filter(window -> !isDone(window));
    }

    private boolean isDone(MaintenanceWindow login) {
        Instant connected = connectedAt;
        Instant restarted = calendar.next(MaintenanceKind.GATEWAY_RESTART, login.start())
                .map(MaintenanceWindow::start)
                .orElse(login.start());
        return connected != null && !connected.isBefore(restarted);
    }
}
