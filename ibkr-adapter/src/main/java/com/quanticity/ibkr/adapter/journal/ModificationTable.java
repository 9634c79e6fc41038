package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code ib_order_modifications} of one client id. Thread-safe; every method is one statement. */
final class ModificationTable {

    private static final String INSERT = """
            insert into adapter.ib_order_modifications as known (modification_id, client_order_id, client_id, change_json,
                order_json, message_id, commanded_by, commanded_at, state, reason_code, reason, journaled_at, changed_at)
            values (?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (modification_id) do\s""";
    private static final String WRITE = INSERT + "nothing";
    private static final String MOVE = INSERT
            + "update set state = excluded.state, reason_code = excluded.reason_code, reason = excluded.reason,"
            + " changed_at = excluded.changed_at where known.state not in ('MADE')";

    private final JdbcTemplate database;
    private final ClientId clientId;

    ModificationTable(JdbcTemplate database, ClientId clientId) {
        this.database = database;
        this.clientId = clientId;
    }

    /** Inserts the row; false when the change was written before, and nothing was written then. */
    boolean write(ModificationRow row) {
        return database.update(WRITE, values(row)) == 1;
    }

    void move(ModificationRow row) {
        database.update(MOVE, values(row));
    }

    Optional<ModificationRow> find(String modificationId) {
        return database
                .query(
                        "select * from adapter.ib_order_modifications where modification_id = ?",
                        ModificationTable::row,
                        modificationId)
                .stream()
                .findFirst();
    }

    /** Changes written since, and those of every order that may still live. Oldest first. */
    List<ModificationRow> load(Instant since) {
        return database.query("""
                        select * from adapter.ib_order_modifications modification
                        where client_id = ?
                          and (journaled_at >= ? or exists (select from adapter.ib_order_journal orders
                              where orders.client_order_id = modification.client_order_id
                                and orders.state in ('JOURNALED', 'SENT', 'WORKING', 'UNKNOWN')))
                        order by journaled_at""", ModificationTable::row, clientId.value(), Timestamp.from(since));
    }

    private Object[] values(ModificationRow row) {
        return new Object[] {
            row.modificationId(),
            row.clientOrderId().value(),
            clientId.value(),
            ModelJson.write(row.change()),
            ModelJson.write(row.wanted()),
            row.messageId(),
            row.commandedBy(),
            Timestamp.from(row.commandedAt()),
            row.state().name(),
            row.reasonCode(),
            row.reason(),
            Timestamp.from(row.journaledAt()),
            Timestamp.from(row.at())
        };
    }

    private static ModificationRow row(ResultSet row, int number) throws SQLException {
        return new ModificationRow(
                row.getString("modification_id"),
                ModelJson.read(row.getString("change_json"), OrderChange.class),
                ModelJson.read(row.getString("order_json"), Order.class),
                row.getString("message_id"),
                row.getString("commanded_by"),
                row.getTimestamp("commanded_at").toInstant(),
                ModificationState.valueOf(row.getString("state")),
                row.getString("reason_code"),
                row.getString("reason"),
                row.getTimestamp("journaled_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
