package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code ib_order_outbox}: messages that Redis has not confirmed, as they will stand in the stream. Thread-safe. */
final class OutboxTable {

    private final JdbcTemplate database;

    OutboxTable(JdbcTemplate database) {
        this.database = database;
    }

    void add(Envelope<OrderEvent> message) {
        database.update(
                "insert into adapter.ib_order_outbox (message_id, fields) values (?, cast(? as jsonb))"
                        + " on conflict (message_id) do nothing",
                message.id(),
                ModelJson.write(Topics.ORDER_EVENT.encode(message)));
    }

    void remove(List<String> messageIds) {
        if (!messageIds.isEmpty()) {
            database.update("delete from adapter.ib_order_outbox where message_id = any (?)", (Object)
                    messageIds.toArray(String[]::new));
        }
    }

    /** What an earlier process left, in order. */
    List<Envelope<OrderEvent>> all() {
        return database.query(
                "select fields from adapter.ib_order_outbox order by position",
                (row, number) -> message(row.getString("fields")));
    }

    private static Envelope<OrderEvent> message(String json) {
        Map<String, String> fields = new HashMap<>();
        Map<?, ?> stored = ModelJson.read(json, Map.class);
        stored.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
        return Topics.ORDER_EVENT.decode(fields);
    }
}
