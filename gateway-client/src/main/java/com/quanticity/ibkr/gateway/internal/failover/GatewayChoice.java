package com.quanticity.ibkr.gateway.internal.failover;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.session.BackupGateway;
import com.quanticity.ibkr.model.session.GatewayRole;
import org.jspecify.annotations.Nullable;

/**
 * Which of its gateways the session connects to. Three failures in a row outside planned outages trip a gateway's breaker; the next
 * attempt then goes to the other one. When both are tripped they are tried in turn. A session has one connection at a time, and it ends
 * before the next attempt begins, so that one gateway only holds the session and its orders. Thread-safe.
 */
public final class GatewayChoice {

    /** Source: blueprint, section 8.2. */
    public static final int FAILURES = 3;

    private final Side primary;
    private final @Nullable Side backup;
    private Side current;
    private @Nullable Side readyLast;
    private String reason = "connecting";
    private @Nullable Wish wish;

    /** Where somebody wants to go, and why. */
    private record Wish(Side side, String why) {}

    /**
     * @param connect to the primary gateway; everything but the address holds for the backup too
     * @param second null when there is one gateway only
     */
    public GatewayChoice(ConnectSettings connect, @Nullable BackupGateway second) {
        this.primary = new Side(GatewayRole.PRIMARY, connect);
        this.backup =
                second == null ? null : new Side(GatewayRole.BACKUP, connect.withAddress(second.host(), second.port()));
        this.current = primary;
    }

    /** Where the next attempt goes. Switches when it is time to. */
    public synchronized ConnectSettings next() {
        Side other = other();
        Wish wished = wish;
        if (wished != null) {
            reason = "changing to the " + lower(wished.side().role()) + " gateway: " + wished.why();
            current = wished.side();
            current.forgive();
            wish = null;
        } else if (other != null && current.isTripped()) {
            reason = "changing to the " + lower(other.role()) + " gateway after " + FAILURES + " failures of "
                    + current.settings().address();
            current = other;
        } else {
            reason = "connecting";
        }
        return current.nextAttempt();
    }

    /** Why the last attempt goes where it goes. */
    public synchronized String reason() {
        return reason;
    }

    /** An attempt failed outside planned outages. */
    public synchronized void failed(String message) {
        current.failed(message);
    }

    /** The session is READY or DEGRADED. */
    public synchronized void succeeded() {
        current.succeeded();
        readyLast = current;
    }

    /** True when the last gateway that got the session READY is not the present one. */
    public synchronized boolean hasChanged() {
        return readyLast != null && !current.equals(readyLast);
    }

    /** The present gateway failed three times in a row. */
    public synchronized boolean isTripped() {
        return current.isTripped();
    }

    /** There are two gateways and both failed three times in a row. */
    public synchronized boolean areBothTripped() {
        return backup != null && primary.isTripped() && backup.isTripped();
    }

    public synchronized GatewayRole role() {
        return current.role();
    }

    public synchronized String address() {
        return current.settings().address();
    }

    public ConnectSettings primary() {
        return primary.settings();
    }

    /** The gateway said that it moved to another port; the next attempt goes there. */
    public synchronized void moved(int port) {
        current.moveTo(port);
    }

    /** True when the present port is not the configured one. */
    public synchronized boolean isMoved() {
        return current.isMoved();
    }

    /** Another gateway than the present one was chosen, and the next attempt goes there. */
    public synchronized boolean isLeaving() {
        return wish != null;
    }

    /**
     * Chooses the gateway of the next attempt by hand. False when that is the present gateway or there is none; choosing the present
     * one takes back a choice not followed yet.
     */
    public synchronized boolean choose(GatewayRole role, String why) {
        Side wanted = role == GatewayRole.PRIMARY ? primary : backup;
        if (wanted == null) {
            return false;
        }
        if (wanted.equals(current)) {
            wish = null;
            return false;
        }
        wish = new Wish(wanted, why);
        return true;
    }

    private @Nullable Side other() {
        return current.equals(primary) ? backup : primary;
    }

    private static String lower(GatewayRole role) {
        return role == GatewayRole.PRIMARY ? "primary" : "backup";
    }
}
