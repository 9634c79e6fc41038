package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.model.stream.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the sessions of all client ids, each event once: a redelivery finds its message id there. */
final class SessionTable {

    static final HistoryTable<Envelope<SessionEvent>> EVENTS = new HistoryTable<>(
            "adapter.ib_session_events",
            List.of(
                    "message_id",
                    "client_id",
                    "component",
                    "state",
                    "gateway",
                    "server_version",
                    "connection",
                    "error_code",
                    "reason",
                    "at",
                    "gap_from",
                    "gap_to",
                    "gap_cause"),
            HistoryTable.Conflict.PASS_OVER,
            SessionTable::write);

    private SessionTable() {}

    private static void write(BinaryRows row, Envelope<SessionEvent> message) {
        SessionEvent event = message.data();
        @Nullable SessionGap gap = event.gap();
        row.text(message.id())
                .integer(event.clientId().value())
                .text(event.component())
                .text(event.state().name())
                .text(event.gateway())
                .integer(event.serverVersion())
                .bigint(event.connection())
                .integer(event.errorCode())
                .text(event.reason())
                .time(event.at())
                .time(gap == null ? null : gap.from())
                .time(gap == null ? null : gap.to())
                .text(gap == null ? null : gap.cause().name());
    }
}
