package com.quanticity.ibkr.execution.intent;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.execution.ExecutionEvent.IntentAnswered;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code intents}. Takes part in the caller's transaction. */
final class Intents {

    private final JdbcClient jdbc;

    Intents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was answered, and to what. */
    record Answered(String fingerprint, IntentAnswered answer) {}

    Optional<Answered> find(String intentId) {
        return jdbc.sql("select * from intents where intent_id = :id")
                .param("id", intentId)
                .query((row, number) -> new Answered(
                        row.getString("fingerprint"),
                        new IntentAnswered(
                                row.getString("intent_id"),
                                row.getString("strategy"),
                                row.getString("outcome").equals("ACCEPTED"),
                                row.getString("code"),
                                row.getString("reason"),
                                row.getString("parent_order_id"),
                                Columns.instant(row, "answered_at"))))
                .optional();
    }

    void insert(String fingerprint, IntentAnswered answer) {
        jdbc.sql("""
            insert into intents (intent_id, fingerprint, strategy, outcome, code, reason, parent_order_id, answered_at)
            values (:id, :fingerprint, :strategy, :outcome, :code, :reason, :parent, :at)
            on conflict (intent_id) do nothing""")
                .param("id", answer.intentId())
                .param("fingerprint", fingerprint)
                .param("strategy", answer.strategy())
                .param("outcome", answer.accepted() ? "ACCEPTED" : "REFUSED")
                .param("code", answer.code())
                .param("reason", answer.reason())
                .param("parent", answer.parentOrderId())
                .param("at", Columns.time(answer.at()))
                .update();
    }
}
