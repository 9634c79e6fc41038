package com.quanticity.ibkr.execution.register;

import com.quanticity.ibkr.execution.register.Algorithm.Limits;
import com.quanticity.ibkr.execution.register.Algorithm.State;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code algorithms}. Writing takes part in the caller's transaction. Thread-safe. */
public final class Algorithms {

    private final JdbcClient jdbc;

    Algorithms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why an algorithm may not send; one line with what to do. */
    public record Refusal(String code, String detail) {}

    /** Whether a registered, enabled algorithm may trade this; empty when it may. */
    public Optional<Refusal> refusal(String algorithm, String symbol, BigDecimal quantity) {
        Algorithm active = active(algorithm).orElse(null);
        if (active == null) {
            return Optional.of(notActive(algorithm));
        }
        BigDecimal largest = active.limits().maximumQuantity();
        if (largest != null && quantity.compareTo(largest) > 0) {
            return Optional.of(new Refusal(
                    "ALGORITHM_LIMIT",
                    "Algorithm " + algorithm + " may trade " + largest.toPlainString() + " at most, asked for "
                            + quantity.toPlainString() + "; send less or have a new version approved."));
        }
        Set<String> symbols = active.limits().symbols();
        return symbols == null || symbols.contains(symbol)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "ALGORITHM_LIMIT",
                        "Algorithm " + algorithm + " may not trade " + symbol
                                + "; have a version with this symbol approved."));
    }

    private Refusal notActive(String algorithm) {
        return versions(algorithm).stream().anyMatch(version -> version.state() == State.DISABLED)
                ? new Refusal(
                        "ALGORITHM_DISABLED",
                        "Algorithm " + algorithm + " is disabled; have a new version approved to go on.")
                : new Refusal(
                        "ALGORITHM_NOT_REGISTERED",
                        "Algorithm " + algorithm
                                + " is not registered; POST /api/v1/algorithms and have it approved by a second"
                                + " person.");
    }

    /** The version that counts; empty when none does. */
    Optional<Algorithm> active(String algorithm) {
        return jdbc.sql("select * from algorithms where algorithm = :algorithm and state = 'ACTIVE'")
                .param("algorithm", algorithm)
                .query((row, number) -> algorithm(row))
                .optional();
    }

    /** Every version, newest first. */
    List<Algorithm> versions(String algorithm) {
        return jdbc.sql("select * from algorithms where algorithm = :algorithm order by version desc")
                .param("algorithm", algorithm)
                .query((row, number) -> algorithm(row))
                .list();
    }

    /** Every version of every algorithm, by name, newest version first. */
    List<Algorithm> all() {
        return jdbc.sql("select * from algorithms order by algorithm, version desc")
                .query((row, number) -> algorithm(row))
                .list();
    }

    /** The version, locked until the transaction ends. */
    Optional<Algorithm> lock(String algorithm, int version) {
        return jdbc.sql("select * from algorithms where algorithm = :algorithm and version = :version for update")
                .param("algorithm", algorithm)
                .param("version", version)
                .query((row, number) -> algorithm(row))
                .optional();
    }

    /** Stores a new version, numbered after the last one. */
    Algorithm propose(
            String algorithm, String purpose, String owner, Limits limits, String by, String reason, Instant now) {
        int version =
                versions(algorithm).stream().mapToInt(Algorithm::version).max().orElse(0) + 1;
        jdbc.sql("""
            insert into algorithms (algorithm, version, purpose, owner, limits, state, proposed_by, proposed_at,
                decided_by, decided_at, reason)
            values (:algorithm, :version, :purpose, :owner, :limits::jsonb, 'PROPOSED', :by, :now, '', null, :reason)""")
                .param("algorithm", algorithm)
                .param("version", version)
                .param("purpose", purpose)
                .param("owner", owner)
                .param("limits", ModelJson.write(limits))
                .param("by", by)
                .param("now", Columns.time(now))
                .param("reason", reason)
                .update();
        return new Algorithm(algorithm, version, purpose, owner, limits, State.PROPOSED, by, now, "", null, reason);
    }

    /** Retires the version that counts now, if there is one. */
    void retireActive(String algorithm) {
        jdbc.sql("update algorithms set state = 'RETIRED' where algorithm = :algorithm and state = 'ACTIVE'")
                .param("algorithm", algorithm)
                .update();
    }

    Algorithm decide(Algorithm version, State state, String by, String reason, Instant now) {
        jdbc.sql("""
            update algorithms set state = :state, decided_by = :by, decided_at = :now, reason = :reason
            where algorithm = :algorithm and version = :version""")
                .param("state", state.name())
                .param("by", by)
                .param("now", Columns.time(now))
                .param("reason", reason)
                .param("algorithm", version.algorithm())
                .param("version", version.version())
                .update();
        return new Algorithm(
                version.algorithm(),
                version.version(),
                version.purpose(),
                version.owner(),
                version.limits(),
                state,
                version.proposedBy(),
                version.proposedAt(),
                by,
                now,
                reason);
    }

    private static Algorithm algorithm(ResultSet row) throws SQLException {
        return new Algorithm(
                row.getString("algorithm"),
                row.getInt("version"),
                row.getString("purpose"),
                row.getString("owner"),
                ModelJson.read(row.getString("limits"), Limits.class),
                State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                Columns.instant(row, "proposed_at"),
                row.getString("decided_by"),
                Columns.instantOrNull(row, "decided_at"),
                row.getString("reason"));
    }
}
