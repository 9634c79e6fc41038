package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditLink;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.session.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/** One link as a row of {@code console.audit_log} and back. */
final class LinkRow {

    static final String COLUMNS =
            "sequence, id, kind, service, who, what, outcome, client_order_id, client_id, order_id, perm_id,"
                    + " exec_id, command_id, account, detail, payload, exchange_time, broker_time, at, stored_at, previous_hash, hash";

    private static final String VALUES = ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private LinkRow() {}

    static String insertInto(String table) {
        return "insert into " + table + " (" + COLUMNS + VALUES;
    }

    /** The values of {@link #COLUMNS}. */
    static @Nullable Object[] values(AuditLink link) {
        AuditEntry entry = link.entry();
        AuditReference ids = entry.reference();
        return new @Nullable Object[] {
            link.sequence(),
            entry.id(),
            entry.kind().name(),
            entry.service(),
            entry.who(),
            entry.what(),
            entry.outcome().name(),
            text(ids.clientOrderId()),
            typed(Types.INTEGER, ids.clientId() == null ? null : ids.clientId().value()),
            typed(Types.INTEGER, ids.orderId() == null ? null : ids.orderId().value()),
            typed(Types.BIGINT, ids.permId() == null ? null : ids.permId().value()),
            text(ids.execId()),
            text(ids.commandId()),
            text(ids.account()),
            entry.detail(),
            text(entry.payload()),
            time(entry.times().exchange()),
            time(entry.times().broker()),
            time(entry.times().ours()),
            time(link.storedAt()),
            link.previousHash(),
            link.hash()
        };
    }

    /** @throws UnreadableLinkException when a column holds what no link has */
    static AuditLink read(ResultSet row) throws SQLException {
        try {
            return link(row);
        } catch (IllegalArgumentException e) {
            throw new UnreadableLinkException(row.getLong("sequence"), row.getString("id"), e);
        }
    }

    private static AuditLink link(ResultSet row) throws SQLException {
        AuditReference reference = new AuditReference(
                row.getString("client_order_id"),
                number(row, "client_id", ClientId::of),
                number(row, "order_id", OrderId::of),
                bigNumber(row, "perm_id", PermId::of),
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
                new AuditTimes(instant(row, "exchange_time"), instant(row, "broker_time"), required(row, "at")));
        return new AuditLink(
                row.getLong("sequence"),
                required(row, "stored_at"),
                entry,
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static <T> @Nullable T number(ResultSet row, String column, IntFunction<T> make) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : make.apply(value);
    }

    private static <T> @Nullable T bigNumber(ResultSet row, String column, LongFunction<T> make) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : make.apply(value);
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column), column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static SqlParameterValue time(@Nullable Instant time) {
        return typed(Types.TIMESTAMP_WITH_TIMEZONE, time == null ? null : time.atOffset(ZoneOffset.UTC));
    }

    private static SqlParameterValue text(@Nullable String text) {
        return typed(Types.VARCHAR, text);
    }

    private static SqlParameterValue typed(int type, @Nullable Object value) {
        return new SqlParameterValue(type, value);
    }
}
