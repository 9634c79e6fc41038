package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.login.Person;
import com.quanticity.ibkr.console.login.Role;
import com.quanticity.ibkr.model.risk.RiskScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code console.approvals}. The table itself admits one pending request and never one person twice. */
final class Approvals {

    private final JdbcClient database;

    Approvals(JdbcClient database) {
        this.database = database;
    }

    void insert(Approval approval, String preview) {
        database.sql("""
                        insert into console.approvals
                            (id, what, requested_by, requested_role, scope, reason, preview, requested_at, expires_at, status)
                        values (?, 'RESUME', ?, ?, ?, ?, ?, ?, ?, 'PENDING')""")
                .params(
                        approval.id(),
                        approval.requestedBy(),
                        approval.requestedRole().name(),
                        approval.scope().toString(),
                        approval.reason(),
                        preview,
                        Timestamp.from(approval.requestedAt()),
                        Timestamp.from(approval.expiresAt()))
                .update();
    }

    Optional<Approval> pending() {
        return database.sql("""
                        select id, requested_by, requested_role, scope, reason, requested_at, expires_at
                        from console.approvals where status = 'PENDING'""")
                .query((row, _) -> new Approval(
                        row.getString("id"),
                        row.getString("requested_by"),
                        Role.valueOf(row.getString("requested_role")),
                        RiskScope.parse(row.getString("scope")),
                        row.getString("reason"),
                        row.getTimestamp("requested_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /** Ends a request; false when it was not pending any more. */
    boolean end(String id, Approval.End end, @Nullable Person by, String sentence, Instant at) {
        return database.sql("""
                        update console.approvals
                        set status = :status, decided_by = :by, decided_role = :role, sentence = :sentence, decided_at = :at
                        where id = :id and status = 'PENDING'""")
                        .param("status", end.name())
                        .param("by", by == null ? null : by.name())
                        .param("role", by == null ? null : by.role().name())
                        .param("sentence", sentence)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }
}
