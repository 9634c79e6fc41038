package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.stream.StreamHandler;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores what happened to the sessions of all client ids, each event once: a redelivery finds its message id there. */
final class SessionHistory implements StreamHandler<SessionEvent> {

    private static final String INSERT = """
            insert into adapter.ib_session_events
              (message_id, client_id, component, state, gateway, server_version, connection, error_code, reason, at,
               gap_from, gap_to, gap_cause)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (message_id) do nothing""";

    private final JdbcTemplate database;

    SessionHistory(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void handle(List<Envelope<SessionEvent>> messages) {
        database.batchUpdate(INSERT, messages.stream().map(SessionHistory::row).toList());
    }

    private static @Nullable Object[] row(Envelope<SessionEvent> message) {
        SessionEvent event = message.data();
        SessionGap gap = event.gap();
        return new @Nullable Object[] {
            message.id(),
            event.clientId().value(),
            event.component(),
            event.state().name(),
            event.gateway(),
            event.serverVersion(),
            event.connection(),
            event.errorCode(),
            event.reason(),
            Timestamp.from(event.at()),
            gap == null ? null : Timestamp.from(gap.from()),
            gap == null ? null : timestamp(gap.to()),
            gap == null ? null : gap.cause().name()
        };
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
