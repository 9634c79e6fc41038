package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code handled_messages} and {@code unapplied_events}. Takes part in the caller's transaction. */
final class HandledMessages {

    private final JdbcClient jdbc;

    HandledMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the message was handled before. */
    boolean remember(String messageId, Instant now) {
        return jdbc.sql("""
                        insert into handled_messages (message_id, handled_at) values (:id, :now)
                        on conflict (message_id) do nothing""")
                        .param("id", messageId)
                        .param("now", Columns.time(now))
                        .update()
                > 0;
    }

    void setAside(Envelope<OrderEvent> message, String reason, Instant now) {
        jdbc.sql("""
                insert into unapplied_events (message_id, type, data, reason, at) values (:id, :type, :data, :reason, :now)
                on conflict (message_id) do nothing""")
                .param("id", message.id())
                .param("type", message.type())
                .param("data", ModelJson.write(message.data()))
                .param("reason", reason)
                .param("now", Columns.time(now))
                .update();
    }

    int forgetBefore(Instant time) {
        return jdbc.sql("delete from handled_messages where handled_at < :time")
                .param("time", Columns.time(time))
                .update();
    }
}
