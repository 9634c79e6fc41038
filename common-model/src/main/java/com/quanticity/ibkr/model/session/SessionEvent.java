package com.quanticity.ibkr.model.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change in the life of a session, for console and audit.
 *
 * @param clientId id of the session
 * @param component module that owns it
 * @param state state entered
 * @param gateway {@code host:port}
 * @param serverVersion agreed protocol level, null before the handshake
 * @param connection number of the connection, epoch milliseconds of its start, 0 when there is none
 * @param errorCode the broker's or client's code that caused it, null when none did
 * @param reason one line: what happened
 * @param at when
 * @param gatewayRole which of its gateways that is
 * @param plannedUntil until when an outage counts as planned, null when none does
 * @param gap the gap in the events that begins or ends with this state, null when none does
 */
public record SessionEvent(
        ClientId clientId,
        String component,
        SessionState state,
        String gateway,
        @Nullable Integer serverVersion,
        long connection,
        @Nullable Integer errorCode,
        String reason,
        Instant at,
        GatewayRole gatewayRole,
        @Nullable Instant plannedUntil,
        @Nullable SessionGap gap) {

    /** An event on the primary gateway outside planned outages. */
    public SessionEvent(
            ClientId clientId,
            String component,
            SessionState state,
            String gateway,
            @Nullable Integer serverVersion,
            long connection,
            @Nullable Integer errorCode,
            String reason,
            Instant at) {
        this(
                clientId,
                component,
                state,
                gateway,
                serverVersion,
                connection,
                errorCode,
                reason,
                at,
                GatewayRole.PRIMARY,
                null,
                null);
    }

    public SessionEvent withGap(@Nullable SessionGap other) {
        return new SessionEvent(
                clientId,
                component,
                state,
                gateway,
                serverVersion,
                connection,
                errorCode,
                reason,
                at,
                gatewayRole,
                plannedUntil,
                other);
    }
}
