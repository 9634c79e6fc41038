package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries out what people decide about discrepancies: each decision in one transaction with its record, once for each idempotency key.
 * Thread-safe.
 */
final class DiscrepancyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DiscrepancyDesk.class);

    private final Discrepancies discrepancies;
    private final Adoption adoption;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Duration longestIgnore;
    private final Clock clock;

    /** What became of a decision. */
    sealed interface Verdict {

        /** Carried out now. */
        record Done(Discrepancy discrepancy) implements Verdict {}

        /** The same decision under the same key was carried out before. */
        record Repeated(Discrepancy discrepancy) implements Verdict {}

        /** The key belongs to another decision. */
        record KeyTaken() implements Verdict {}

        record NoSuchDiscrepancy() implements Verdict {}

        /** It has ended, or is another than the person saw. */
        record Changed(Discrepancy discrepancy) implements Verdict {}

        /** Not for this kind, or not now. */
        record NotPossible(String why) implements Verdict {}
    }

    /** A decision as it is on record. */
    record Recorded(String action, String terms, String by, String reason, Instant at) {}

    DiscrepancyDesk(
            Discrepancies discrepancies,
            Adoption adoption,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Duration longestIgnore,
            Clock clock) {
        this.discrepancies = discrepancies;
        this.adoption = adoption;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.longestIgnore = longestIgnore;
        this.clock = clock;
    }

    Verdict decide(String key, String id, Decision decision) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Verdict verdict = decideOnce(key, id, decision);
            if (verdict instanceof Verdict.NotPossible) {
                status.setRollbackOnly();
            }
            return verdict;
        }));
    }

    /** Oldest first. */
    List<Recorded> decisionsOf(String id) {
        return jdbc.sql("select * from discrepancy_decisions where discrepancy_id = :id order by decided_at")
                .param("id", id)
                .query((row, number) -> new Recorded(
                        row.getString("action"),
                        row.getString("terms"),
                        row.getString("decided_by"),
                        row.getString("reason"),
                        Columns.instant(row, "decided_at")))
                .list();
    }

    private Verdict decideOnce(String key, String id, Decision decision) {
        Optional<Discrepancy> locked = discrepancies.lock(id);
        if (locked.isEmpty()) {
            return new Verdict.NoSuchDiscrepancy();
        }
        Discrepancy discrepancy = locked.get();
        String terms = decision.toString();
        Optional<Boolean> known = sameAsBefore(key, id, terms);
        if (known.isPresent()) {
            return known.get() ? new Verdict.Repeated(discrepancy) : new Verdict.KeyTaken();
        }
        if (discrepancy.isEnded() || discrepancy.version() != decision.version()) {
            return new Verdict.Changed(discrepancy);
        }
        Optional<String> refusal = carryOut(discrepancy, decision);
        if (refusal.isPresent()) {
            return new Verdict.NotPossible(refusal.get());
        }
        Discrepancy after = after(discrepancy, decision);
        discrepancies.save(after);
        record(key, id, terms, decision);
        LOG.info(
                "discrepancy decided id={} action={} kind={} symbol={} by={} reason={}",
                id,
                decision.action(),
                discrepancy.kind(),
                discrepancy.symbol(),
                decision.by(),
                decision.reason());
        return new Verdict.Done(after);
    }

    private Optional<String> carryOut(Discrepancy discrepancy, Decision decision) {
        return switch (decision) {
            case Decision.Adopt adopt -> adoption.adopt(discrepancy, adopt);
            case Decision.Correct correct -> adoption.correct(discrepancy, correct);
            case Decision.Ignore ignore -> whyNotIgnored(ignore.until());
        };
    }

    private Optional<String> whyNotIgnored(Instant until) {
        Instant now = clock.instant();
        boolean fits = until.isAfter(now) && !until.isAfter(now.plus(longestIgnore));
        return fits
                ? Optional.empty()
                : Optional.of("until must lie in the future, at most " + longestIgnore.toDays() + " days from now, was "
                        + until);
    }

    private Discrepancy after(Discrepancy discrepancy, Decision decision) {
        Instant now = clock.instant();
        return switch (decision) {
            case Decision.Ignore ignore ->
                Changes.ignored(discrepancy, ignore.until(), decision.by(), decision.reason(), now);
            case Decision.Adopt _, Decision.Correct _ ->
                Changes.resolved(discrepancy, decision.by(), decision.reason(), now);
        };
    }

    /** Empty when the key is new; true when it was this very decision. */
    private Optional<Boolean> sameAsBefore(String key, String id, String terms) {
        return jdbc.sql("select discrepancy_id, terms from discrepancy_decisions where idempotency_key = :key")
                .param("key", key)
                .query((row, number) -> row.getString("discrepancy_id").equals(id)
                        && row.getString("terms").equals(terms))
                .optional();
    }

    private void record(String key, String id, String terms, Decision decision) {
        jdbc.sql("""
                insert into discrepancy_decisions (idempotency_key, discrepancy_id, action, terms, decided_by, reason, decided_at)
                values (:key, :id, :action, :terms, :by, :reason, :at)""")
                .param("key", key)
                .param("id", id)
                .param("action", decision.action())
                .param("terms", terms)
                .param("by", decision.by())
                .param("reason", decision.reason())
                .param("at", Columns.time(clock.instant()))
                .update();
    }
}
