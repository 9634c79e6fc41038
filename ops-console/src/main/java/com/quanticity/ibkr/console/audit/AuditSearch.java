package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditLink;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks links of the chain up, in the order of the chain. Thread-safe. */
final class AuditSearch {

    private final JdbcTemplate database;

    AuditSearch(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * What is looked for; null parts do not matter.
     *
     * @param order our order id: finds the messages of the wire too, that know the order by its number, permanent number or executions
     * @param permId the broker's permanent number
     * @param day stored on it, UTC
     * @param after only links behind this place
     */
    record Query(
            @Nullable String order,
            @Nullable Long permId,
            @Nullable LocalDate day,
            @Nullable AuditKind kind,
            @Nullable String service,
            long after) {}

    private static final String OF_ORDER = """
            and (client_order_id = ?
              or (client_id, order_id) in (
                select client_id, order_id from console.audit_log where client_order_id = ? and order_id is not null)
              or exec_id in (
                select exec_id from console.audit_log where client_order_id = ? and exec_id is not null))
            """;

    List<AuditLink> find(Query query, int limit) {
        StringBuilder sql =
                new StringBuilder("select " + LinkRow.COLUMNS + " from console.audit_log where sequence > ? ");
        List<Object> values = new ArrayList<>(List.of(query.after()));
        if (query.order() != null) {
            sql.append(OF_ORDER);
            values.addAll(List.of(query.order(), query.order(), query.order()));
        }
        if (query.permId() != null) {
            sql.append("and perm_id = ? ");
            values.add(query.permId());
        }
        if (query.day() != null) {
            sql.append("and stored_at >= ? and stored_at < ? ");
            values.add(query.day().atStartOfDay().atOffset(ZoneOffset.UTC));
            values.add(query.day().plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
        }
        if (query.kind() != null) {
            sql.append("and kind = ? ");
            values.add(query.kind().name());
        }
        if (query.service() != null) {
            sql.append("and service = ? ");
            values.add(query.service());
        }
        sql.append("order by sequence limit ?");
        values.add(limit);
        return database.query(sql.toString(), (row, _) -> LinkRow.read(row), values.toArray());
    }
}
