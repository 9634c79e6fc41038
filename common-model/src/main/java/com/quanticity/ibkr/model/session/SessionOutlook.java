package com.quanticity.ibkr.model.session;

import com.quanticity.ibkr.model.ops.AlarmKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else an operator wants to know about a session.
 *
 * @param takesOrders true when a new order would be sent now
 * @param gatewayRole which gateway it uses
 * @param impairments what does not work though the session does, one line each
 * @param plannedUntil until when an outage now counts as planned, null when none is
 * @param nextMaintenance name of the next planned outage, null when none is known
 * @param nextMaintenanceAt when it begins
 * @param loginBy until when somebody must log in to the gateway, null when no login is due
 * @param tokenExpiry when the broker next ends the gateway's login, null when not known
 * @param alarms kinds raised and not cleared
 * @param binding how it talks to the gateway, {@code native} or {@code official}; empty when not known
 * @param clockSkewMillis how far the gateway's clock is ahead of ours, half a second in doubt at first, a tenth after some
 *     minutes; null before it was measured
 * @param lease who holds the client id; null when nobody does as far as is known, and where leases are off
 */
public record SessionOutlook(
        boolean takesOrders,
        GatewayRole gatewayRole,
        List<String> impairments,
        @Nullable Instant plannedUntil,
        @Nullable String nextMaintenance,
        @Nullable Instant nextMaintenanceAt,
        @Nullable Instant loginBy,
        @Nullable Instant tokenExpiry,
        List<AlarmKind> alarms,
        String binding,
        @Nullable Long clockSkewMillis,
        @Nullable SessionLease lease) {

    public SessionOutlook {
        impairments = List.copyOf(impairments);
        alarms = List.copyOf(alarms);
    }

    /** Nothing is known but the state. */
    public static SessionOutlook of(SessionState state) {
        return new SessionOutlook(
                state == SessionState.READY,
                GatewayRole.PRIMARY,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "",
                null,
                null);
    }
}
