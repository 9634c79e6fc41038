package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code statements}. Thread-safe. */
final class Statements {

    private final JdbcClient jdbc;

    /**
     * A statement that was imported.
     *
     * @param digest SHA-256 of the file
     */
    record Imported(
            String account,
            LocalDate from,
            LocalDate to,
            String generated,
            String digest,
            String source,
            String importedBy,
            Instant importedAt) {}

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when exactly this was imported before. */
    boolean keep(Statement statement, String digest, String source, String by, Instant at) {
        return jdbc.sql("""
                insert into statements (digest, account, from_day, to_day, generated, data, source, imported_by, imported_at)
                values (:digest, :account, :from, :to, :generated, cast(:data as jsonb), :source, :by, :at)
                on conflict (digest, account, from_day, to_day) do nothing""")
                        .param("digest", digest)
                        .param("account", statement.account())
                        .param("from", statement.from())
                        .param("to", statement.to())
                        .param("generated", statement.generated())
                        .param("data", ModelJson.write(statement))
                        .param("source", source)
                        .param("by", by)
                        .param("at", Columns.time(at))
                        .update()
                > 0;
    }

    /** The latest that covers a day of an account; one of that day alone before one of a longer time. */
    Optional<Statement> of(String account, LocalDate day) {
        return jdbc.sql("""
                select data from statements where account = :account and from_day <= :day and to_day >= :day
                order by (to_day - from_day), imported_at desc limit 1""")
                .param("account", account)
                .param("day", day)
                .query((row, number) -> ModelJson.read(row.getString("data"), Statement.class))
                .optional();
    }

    /** Accounts that have a statement of the day, and these. */
    List<String> accounts(LocalDate day, List<String> others) {
        Set<String> accounts = new TreeSet<>(others);
        accounts.addAll(jdbc.sql("select distinct account from statements where from_day <= :day and to_day >= :day")
                .param("day", day)
                .query(String.class)
                .list());
        return List.copyOf(accounts);
    }

    /** Latest import first. */
    List<Imported> list(@Nullable String account, int limit) {
        return jdbc.sql("""
                select * from statements where (:account::text is null or account = :account)
                order by imported_at desc limit :limit""")
                .param("account", account)
                .param("limit", limit)
                .query((row, number) -> new Imported(
                        row.getString("account"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("generated"),
                        row.getString("digest"),
                        row.getString("source"),
                        row.getString("imported_by"),
                        Columns.instant(row, "imported_at")))
                .list();
    }
}
