package com.quanticity.ibkr.model.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session's state as its service repeats it every second under {@code ib:session:{clientId}}, so that silence shows.
 *
 * @param clientId id of the session
 * @param component module that owns it
 * @param state state now
 * @param since when that state was entered
 * @param gateway {@code host:port}
 * @param serverVersion agreed protocol level, null before the handshake
 * @param connection number of the connection, 0 when there is none
 * @param reason one line: why it is in that state
 * @param attempt connection attempts since the last success, 0 when connected
 * @param nextAttemptAt when the next attempt is due, null when none is planned
 * @param lastMessageAt when the gateway was last heard, null when never
 * @param messagesPerSecond messages sent to the gateway in the last second
 * @param at when this was written
 * @param outlook what an operator wants to know beyond the state
 */
public record SessionStatus(
        ClientId clientId,
        String component,
        SessionState state,
        Instant since,
        String gateway,
        @Nullable Integer serverVersion,
        long connection,
        String reason,
        int attempt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant lastMessageAt,
        int messagesPerSecond,
        Instant at,
        SessionOutlook outlook) {

    /** A status of which only the state is known. */
    public SessionStatus(
            ClientId clientId,
            String component,
            SessionState state,
            Instant since,
            String gateway,
            @Nullable Integer serverVersion,
            long connection,
            String reason,
            int attempt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant lastMessageAt,
            int messagesPerSecond,
            Instant at) {
        this(
                clientId,
                component,
                state,
                since,
                gateway,
                serverVersion,
                connection,
                reason,
                attempt,
                nextAttemptAt,
                lastMessageAt,
                messagesPerSecond,
                at,
                SessionOutlook.of(state));
    }

    /** How long the key lives without being repeated. */
    public static final Duration TIME_TO_LIVE = Duration.ofSeconds(60);

    /** The Redis key of a client id's status. */
    public static String key(ClientId clientId) {
        return "ib:session:" + clientId;
    }
}
