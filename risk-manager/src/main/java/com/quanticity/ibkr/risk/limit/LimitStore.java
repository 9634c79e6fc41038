package com.quanticity.ibkr.risk.limit;

import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of limits, proposals, overrides and breaches. Thread-safe. */
final class LimitStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LimitStore(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Optional<LimitVersion> current() {
        return versions(1).stream().findFirst();
    }

    /** Newest first. */
    List<LimitVersion> versions(int limit) {
        return jdbc.sql("select * from risk_limits order by version desc limit :limit")
                .param("limit", limit)
                .query(LimitStore::version)
                .list();
    }

    /** A version and the proposal that it came of, null for the first. */
    void add(LimitVersion version, @Nullable LimitProposal proposal) {
        transaction.executeWithoutResult(status -> {
            insert(version);
            if (proposal != null) {
                decide(proposal);
            }
        });
    }

    private void insert(LimitVersion version) {
        jdbc.sql("""
                        insert into risk_limits (version, content, proposed_by, approved_by, reason, since)
                        values (:version, cast(:content as jsonb), :proposedBy, :approvedBy, :reason, :since)""")
                .param("version", version.version())
                .param("content", ModelJson.write(version.content()))
                .param("proposedBy", version.proposedBy())
                .param("approvedBy", version.approvedBy())
                .param("reason", version.reason())
                .param("since", Timestamp.from(version.since()))
                .update();
    }

    void add(LimitProposal proposal) {
        jdbc.sql("""
                        insert into risk_limit_proposals (id, base_version, content, proposed_by, reason, proposed_at, state)
                        values (:id, :base, cast(:content as jsonb), :by, :reason, :at, :state)""")
                .param("id", proposal.id())
                .param("base", proposal.baseVersion())
                .param("content", ModelJson.write(proposal.content()))
                .param("by", proposal.by())
                .param("reason", proposal.reason())
                .param("at", Timestamp.from(proposal.at()))
                .param("state", proposal.state().name())
                .update();
    }

    void decide(LimitProposal proposal) {
        jdbc.sql("""
                        update risk_limit_proposals set state = :state, decided_by = :by, decided_at = :at
                        where id = :id and state = 'OPEN'""")
                .param("state", proposal.state().name())
                .param("by", proposal.decidedBy())
                .param("at", timestamp(proposal.decidedAt()))
                .param("id", proposal.id())
                .update();
    }

    Optional<LimitProposal> proposal(String id) {
        return jdbc.sql("select * from risk_limit_proposals where id = :id")
                .param("id", id)
                .query(LimitStore::proposal)
                .optional();
    }

    /** Newest first. */
    List<LimitProposal> proposals(int limit) {
        return jdbc.sql("select * from risk_limit_proposals order by proposed_at desc limit :limit")
                .param("limit", limit)
                .query(LimitStore::proposal)
                .list();
    }

    void put(OverrideRequest request) {
        jdbc.sql("""
                        insert into risk_limit_overrides (id, denial, strategy, symbol, side, quantity, valid_seconds,
                                                          requested_by, why, requested_at, approved_by, valid_until)
                        values (:id, :denial, :strategy, :symbol, :side, :quantity, :seconds,
                                :by, :why, :at, :approvedBy, :validUntil)
                        on conflict (id) do update
                        set approved_by = excluded.approved_by, valid_until = excluded.valid_until
                        where risk_limit_overrides.approved_by is null""")
                .param("id", request.id())
                .param("denial", request.reason().name())
                .param("strategy", request.strategy())
                .param("symbol", request.symbol())
                .param("side", request.side().name())
                .param("quantity", request.quantity())
                .param("seconds", request.validFor().toSeconds())
                .param("by", request.by())
                .param("why", request.why())
                .param("at", Timestamp.from(request.at()))
                .param("approvedBy", request.approvedBy())
                .param("validUntil", timestamp(request.validUntil()))
                .update();
    }

    /** Newest first. */
    List<OverrideRequest> overrides(int limit) {
        return jdbc.sql("select * from risk_limit_overrides order by requested_at desc limit :limit")
                .param("limit", limit)
                .query(LimitStore::override)
                .list();
    }

    /** Those that somebody agreed to and that have not lapsed. */
    List<OverrideRequest> overridesInForce(Instant now) {
        return jdbc.sql("select * from risk_limit_overrides where valid_until > :now")
                .param("now", Timestamp.from(now))
                .query(LimitStore::override)
                .list();
    }

    Optional<OverrideRequest> override(String id) {
        return jdbc.sql("select * from risk_limit_overrides where id = :id")
                .param("id", id)
                .query(LimitStore::override)
                .optional();
    }

    /** A breach that came again changes nothing. */
    void add(List<Breach> breaches) {
        transaction.executeWithoutResult(status -> breaches.forEach(this::insert));
    }

    private void insert(Breach breach) {
        jdbc.sql("""
                        insert into risk_breaches (id, client_order_id, reason, value, limit_text, at)
                        values (:id, :order, :reason, :value, :limit, :at) on conflict (id) do nothing""")
                .param("id", breach.id())
                .param("order", breach.clientOrderId())
                .param("reason", breach.reason())
                .param("value", breach.value())
                .param("limit", breach.limit())
                .param("at", Timestamp.from(breach.at()))
                .update();
    }

    /** Newest first. */
    List<Breach> breaches(int limit) {
        return jdbc.sql("select * from risk_breaches order by at desc, id desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Breach(
                        row.getString("id"),
                        row.getString("client_order_id"),
                        row.getString("reason"),
                        row.getString("value"),
                        row.getString("limit_text"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static LimitVersion version(ResultSet row, int number) throws SQLException {
        return new LimitVersion(
                row.getLong("version"),
                ModelJson.read(row.getString("content"), LimitContent.class),
                row.getString("proposed_by"),
                row.getString("approved_by"),
                row.getString("reason"),
                row.getTimestamp("since").toInstant());
    }

    private static LimitProposal proposal(ResultSet row, int number) throws SQLException {
        return new LimitProposal(
                row.getString("id"),
                row.getLong("base_version"),
                ModelJson.read(row.getString("content"), LimitContent.class),
                row.getString("proposed_by"),
                row.getString("reason"),
                row.getTimestamp("proposed_at").toInstant(),
                LimitProposal.State.valueOf(row.getString("state")),
                row.getString("decided_by"),
                instant(row, "decided_at"));
    }

    private static OverrideRequest override(ResultSet row, int number) throws SQLException {
        return new OverrideRequest(
                row.getString("id"),
                DenialReason.valueOf(row.getString("denial")),
                row.getString("strategy"),
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                row.getBigDecimal("quantity"),
                Duration.ofSeconds(row.getLong("valid_seconds")),
                row.getString("requested_by"),
                row.getString("why"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("approved_by"),
                instant(row, "valid_until"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
