package com.quanticity.ibkr.chaos.proof;

import com.quanticity.ibkr.chaos.proof.Witnessed.Taken;
import com.quanticity.ibkr.chaos.proof.Witnessed.Traded;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditLink;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.audit.ChainCheck;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.session.ClientId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The audit record as it is stored.
 *
 * @param broken where the chain breaks, null when it does not
 * @param requested client order ids of requests on their way to the broker
 * @param answered client order ids of what became of them
 * @param commands idempotency keys of requests by REST
 * @param executions execution ids it knows
 */
record AuditTrail(
        @Nullable String broken,
        Set<String> requested,
        Set<String> answered,
        Set<String> commands,
        Set<String> executions) {

    static final String STORED = "console.audit_log";

    private static final String COPY = "tampered_audit_log";

    static AuditTrail read(Connection connection, String table) throws SQLException {
        ChainCheck chain = ChainCheck.fromStart();
        AuditTrail trail = new AuditTrail(null, new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table + " order by sequence")) {
            while (rows.next()) {
                trail.add(chain, rows);
            }
        }
        String broken = chain.broken().map(Object::toString).orElse(null);
        return new AuditTrail(broken, trail.requested, trail.answered, trail.commands, trail.executions);
    }

    /** The words of an entry in the middle are changed, and its hash left as it was. */
    static Optional<String> tamperWithCopy(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table " + COPY + " as select * from " + STORED);
            statement.execute("update " + COPY + " set detail = 'nothing to see here' where sequence ="
                    + " (select (max(sequence) + 1) / 2 from " + COPY + ")");
            return Optional.ofNullable(read(connection, COPY).broken);
        }
    }

    private void add(ChainCheck chain, ResultSet row) throws SQLException {
        AuditLink link;
        try {
            link = link(row);
        } catch (IllegalArgumentException e) {
            chain.reject(row.getLong("sequence"), row.getString("id"), String.valueOf(e.getMessage()));
            return;
        }
        chain.accept(link);
        add(link.entry());
    }

    private void add(AuditEntry entry) {
        AuditReference ids = entry.reference();
        if (ids.clientOrderId() != null) {
            (entry.kind() == AuditKind.ORDER_REQUEST ? requested : answered).add(ids.clientOrderId());
        }
        if (ids.commandId() != null) {
            commands.add(ids.commandId());
        }
        if (ids.execId() != null) {
            executions.add(ids.execId());
        }
    }

    List<Violation> check(Witnessed witnessed, List<Placed> placed) {
        List<Violation> violations = new ArrayList<>();
        if (broken != null) {
            violations.add(violation("the chain is broken: " + broken));
        }
        for (Placed each : placed) {
            if (!commands.contains(each.key())) {
                violations.add(violation("no request on record: " + each));
            }
        }
        for (Taken order : witnessed.orders()) {
            if (!requested.contains(order.orderRef()) || !answered.contains(order.orderRef())) {
                violations.add(violation("no request or no answer on record: " + order));
            }
        }
        for (Traded fill : witnessed.fills()) {
            if (!executions.contains(fill.execId())) {
                violations.add(violation("not on record: " + fill));
            }
        }
        return violations;
    }

    private static Violation violation(String detail) {
        return new Violation(Invariant.AUDIT_WHOLE, detail);
    }

    private static AuditLink link(ResultSet row) throws SQLException {
        Integer clientId = row.getObject("client_id", Integer.class);
        Integer orderId = row.getObject("order_id", Integer.class);
        Long permId = row.getObject("perm_id", Long.class);
        AuditReference reference = new AuditReference(
                row.getString("client_order_id"),
                clientId == null ? null : ClientId.of(clientId),
                orderId == null ? null : OrderId.of(orderId),
                permId == null ? null : PermId.of(permId),
                row.getString("exec_id"),
                row.getString("command_id"),
                row.getString("account"));
        AuditEntry entry = new AuditEntry(
                row.getString("id"),
                AuditKind.valueOf(row.getString("kind")),
                row.getString("service"),
                row.getString("who"),
                row.getString("what"),
                AuditEntry.Outcome.valueOf(row.getString("outcome")),
                reference,
                row.getString("detail"),
                row.getString("payload"),
                new AuditTimes(time(row, "exchange_time"), time(row, "broker_time"), at(row, "at")));
        return new AuditLink(
                row.getLong("sequence"),
                at(row, "stored_at"),
                entry,
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
