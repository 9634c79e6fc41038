package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.TradingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The trading state's table of changes and the answers given to commands. Writing the same entry twice changes nothing. */
final class TradingHistory {

    private static final String INSERT_CHANGE = """
            insert into trading_state_history (version, state, changed_by, reason, since, command_id, scope)
            values (:version, :state, :by, :reason, :since, :commandId, :scope) on conflict (version) do nothing""";
    private static final String INSERT_ANSWER = """
            insert into ops_command_answers (command_id, outcome, detail, answered_at)
            values (:commandId, :outcome, :detail, :at)
            on conflict (command_id) do update
            set outcome = excluded.outcome, detail = excluded.detail, answered_at = excluded.answered_at""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /**
     * What is written in one transaction.
     *
     * @param change null when the command changed nothing
     * @param answer null when no command asked
     */
    record Entry(@Nullable TradingChange change, @Nullable OpsReply answer) {}

    TradingHistory(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void append(List<Entry> entries) {
        transaction.executeWithoutResult(status -> entries.forEach(this::insert));
    }

    /** Last change of the firm. */
    Optional<TradingChange> last() {
        return jdbc.sql("select * from trading_state_history where scope = 'firm' order by version desc limit 1")
                .query(TradingHistory::change)
                .optional();
    }

    /** Last change of each strategy and instrument that ever had one. */
    List<TradingChange> lastOfScopes() {
        return jdbc.sql("""
                        select distinct on (scope) * from trading_state_history
                        where scope <> 'firm' order by scope, version desc""").query(TradingHistory::change).list();
    }

    /** Newest first. */
    List<TradingChange> newest(int limit) {
        return jdbc.sql("select * from trading_state_history order by version desc limit :limit")
                .param("limit", limit)
                .query(TradingHistory::change)
                .list();
    }

    /** Newest first. */
    List<OpsReply> newestAnswers(int limit) {
        return jdbc.sql("select * from ops_command_answers order by answered_at desc limit :limit")
                .param("limit", limit)
                .query(TradingHistory::answer)
                .list();
    }

    private void insert(Entry entry) {
        if (entry.change() != null) {
            insert(entry.change());
        }
        if (entry.answer() != null) {
            insert(entry.answer());
        }
    }

    private void insert(TradingChange change) {
        jdbc.sql(INSERT_CHANGE)
                .param("version", change.version())
                .param("state", change.state().name())
                .param("by", change.by())
                .param("reason", change.reason())
                .param("since", Timestamp.from(change.since()))
                .param("commandId", change.commandId())
                .param("scope", change.scope().toString())
                .update();
    }

    private void insert(OpsReply answer) {
        jdbc.sql(INSERT_ANSWER)
                .param("commandId", answer.commandId())
                .param("outcome", answer.outcome().name())
                .param("detail", answer.detail())
                .param("at", Timestamp.from(answer.at()))
                .update();
    }

    private static TradingChange change(ResultSet row, int number) throws SQLException {
        return new TradingChange(
                TradingState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("changed_by"),
                row.getString("reason"),
                instant(row, "since"),
                row.getString("command_id"),
                RiskScope.parse(row.getString("scope")));
    }

    private static OpsReply answer(ResultSet row, int number) throws SQLException {
        return new OpsReply(
                row.getString("command_id"),
                TradingControl.COMPONENT,
                OpsReply.Outcome.valueOf(row.getString("outcome")),
                row.getString("detail"),
                instant(row, "answered_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
