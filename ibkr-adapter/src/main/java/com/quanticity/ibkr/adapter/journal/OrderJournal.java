package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractLeg;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code ib_order_journal} of one client id. Thread-safe; every method is one statement. */
public final class OrderJournal {

    private static final String COLUMNS = "client_order_id, client_id, order_id, message_id, order_json, commanded_by,"
            + " commanded_at, account, contract_id, legs, connection, state, reason_code, reason, journaled_at, changed_at";
    private static final String PLACES =
            "(?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?)";
    private static final String VALUES = " values " + PLACES;
    private static final String WRITE = "insert into adapter.ib_order_journal (" + COLUMNS + ")" + VALUES
            + " on conflict (client_order_id) do nothing";
    private static final String DENY = "insert into adapter.ib_order_journal as known (" + COLUMNS + ")" + VALUES
            + " on conflict (client_order_id) do update set state = excluded.state,"
            + " reason_code = excluded.reason_code, reason = excluded.reason, changed_at = excluded.changed_at"
            + " where known.state in ('JOURNALED', 'SENT', 'UNKNOWN')";
    private static final String MOVE = """
            update adapter.ib_order_journal
            set state = ?, perm_id = coalesce(?, perm_id), filled_quantity = greatest(filled_quantity, ?),
                reason_code = ?, reason = ?, changed_at = ?
            where client_order_id = ?""";
    private static final String CANCEL = """
            update adapter.ib_order_journal set cancel_requested_at = coalesce(cancel_requested_at, ?)
            where client_order_id = ?""";

    private final JdbcTemplate database;
    private final ClientId clientId;
    private final ModificationTable modifications;

    public OrderJournal(JdbcTemplate database, ClientId clientId) {
        this.database = database;
        this.clientId = clientId;
        this.modifications = new ModificationTable(database, clientId);
    }

    /** Inserts the row; false when there is one of this client order id already, and nothing was written then. */
    public boolean write(JournalRow row) {
        return database.update(WRITE, values(row)) == 1;
    }

    /**
     * Inserts all rows or none, in one statement.
     *
     * @throws org.springframework.dao.DuplicateKeyException when one of the client order ids or order ids is taken
     */
    void writeAll(List<JournalRow> rows) {
        String places = rows.stream().map(_ -> PLACES).collect(Collectors.joining(", "));
        database.update(
                "insert into adapter.ib_order_journal (" + COLUMNS + ") values " + places,
                rows.stream().flatMap(row -> Arrays.stream(values(row))).toArray());
    }

    /** Inserts the change; false when there is one of this id already, and nothing was written then. */
    boolean write(ModificationRow row) {
        return modifications.write(row);
    }

    public Optional<ModificationRow> findModification(String modificationId) {
        return modifications.find(modificationId);
    }

    /** Changes written since, and those of every order that may still live. Oldest first. */
    public List<ModificationRow> loadModifications(Instant since) {
        return modifications.load(since);
    }

    void apply(JournalChange change) {
        switch (change) {
            case JournalChange.Moved moved -> move(moved);
            case JournalChange.Denied denied -> database.update(DENY, values(denied.row()));
            case JournalChange.Modification modification -> modifications.move(modification.row());
            case JournalChange.CancelRequested cancel ->
                database.update(
                        CANCEL,
                        Timestamp.from(cancel.at()),
                        cancel.clientOrderId().value());
        }
    }

    public Optional<JournalRow> find(ClientOrderId clientOrderId) {
        return database
                .query(
                        "select * from adapter.ib_order_journal where client_order_id = ?",
                        OrderJournal::row,
                        clientOrderId.value())
                .stream()
                .findFirst();
    }

    /** Every order that may still live, and every other one journaled since. Oldest first. */
    public List<JournalRow> load(Instant since) {
        return database.query("""
                        select * from adapter.ib_order_journal
                        where client_id = ?
                          and (journaled_at >= ? or state in ('JOURNALED', 'SENT', 'WORKING', 'UNKNOWN'))
                        order by journaled_at""", OrderJournal::row, clientId.value(), Timestamp.from(since));
    }

    /** Highest order id ever journaled, 0 when there is none. */
    public int highestOrderId() {
        Integer highest = database.queryForObject(
                "select coalesce(max(order_id), 0) from adapter.ib_order_journal where client_id = ?",
                Integer.class,
                clientId.value());
        return Objects.requireNonNull(highest);
    }

    private void move(JournalChange.Moved moved) {
        PermId permId = moved.permId();
        database.update(
                MOVE,
                moved.state().name(),
                permId == null ? null : permId.value(),
                moved.filledQuantity(),
                moved.reasonCode(),
                moved.reason(),
                Timestamp.from(moved.at()),
                moved.clientOrderId().value());
    }

    private @Nullable Object[] values(JournalRow row) {
        OrderId orderId = row.orderId();
        ContractId contractId = row.contractId();
        return new @Nullable Object[] {
            row.order().clientOrderId().value(),
            clientId.value(),
            orderId == null ? null : orderId.value(),
            row.messageId(),
            ModelJson.write(row.order()),
            row.commandedBy(),
            Timestamp.from(row.commandedAt()),
            row.account(),
            contractId == null ? null : contractId.value(),
            row.legs().isEmpty() ? null : ModelJson.write(row.legs()),
            row.connection(),
            row.state().name(),
            row.reasonCode(),
            row.reason(),
            Timestamp.from(row.at()),
            Timestamp.from(row.at())
        };
    }

    private static JournalRow row(ResultSet row, int number) throws SQLException {
        Integer orderId = row.getObject("order_id", Integer.class);
        Integer contractId = row.getObject("contract_id", Integer.class);
        Long permId = row.getObject("perm_id", Long.class);
        return new JournalRow(
                ModelJson.read(row.getString("order_json"), Order.class),
                orderId == null ? null : OrderId.of(orderId),
                row.getString("message_id"),
                row.getString("commanded_by"),
                row.getTimestamp("commanded_at").toInstant(),
                row.getString("account"),
                contractId == null ? null : ContractId.of(contractId),
                legs(row.getString("legs")),
                row.getLong("connection"),
                JournalState.valueOf(row.getString("state")),
                permId == null ? null : PermId.of(permId),
                row.getBigDecimal("filled_quantity").add(BigDecimal.ZERO),
                row.getString("reason_code"),
                row.getString("reason"),
                row.getTimestamp("cancel_requested_at") != null,
                row.getTimestamp("changed_at").toInstant());
    }

    private static List<ContractLeg> legs(@Nullable String json) {
        return json == null ? List.of() : List.of(ModelJson.read(json, ContractLeg[].class));
    }
}
