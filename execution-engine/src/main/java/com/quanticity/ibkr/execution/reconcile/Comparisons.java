package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.reconcile.BreakBook.Observation;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.model.stream.Ulid;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Front door for witnesses that speak once, such as a statement of a day: what they say otherwise is a discrepancy at once, and ends when a
 * later comparison with the same witness does not find it any more. Thread-safe.
 */
public final class Comparisons {

    private final Discrepancies discrepancies;
    private final FullRounds rounds;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Ulid ids;

    /**
     * Both sides of something that is not the same.
     *
     * @param reference what it is about, empty for a position
     */
    public record Finding(
            DiscrepancyKind kind,
            String account,
            @Nullable ContractId contractId,
            String symbol,
            String reference,
            String ours,
            String theirs) {}

    Comparisons(Discrepancies discrepancies, FullRounds rounds, TransactionOperations transactions, Clock clock) {
        this.discrepancies = discrepancies;
        this.rounds = rounds;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    /** Takes everything that the witness says otherwise; nothing when it agrees. */
    public void compare(String witness, List<Finding> findings) {
        List<Difference> differences =
                findings.stream().map(finding -> difference(witness, finding)).toList();
        transactions.executeWithoutResult(_ -> {
            List<Discrepancy> standing = discrepancies.lockStanding().stream()
                    .filter(discrepancy -> discrepancy.witness().equals(witness))
                    .toList();
            new BreakBook(Duration.ZERO, ids::next)
                    .observe(new Observation(clock.instant(), Set.of(witness), differences), standing)
                    .forEach(discrepancies::save);
        });
    }

    /** A day is being closed: the next round of the reconciliation compares all executions, not only what changed. */
    public void compareEverything() {
        rounds.request();
    }

    /** Witnesses whose discrepancies have not ended. */
    public Set<String> standing() {
        return Set.copyOf(discrepancies.standing().stream()
                .map(Discrepancy::witness)
                .distinct()
                .toList());
    }

    private static Difference difference(String witness, Finding finding) {
        Difference.Key key = new Difference.Key(
                finding.kind(),
                witness,
                finding.account(),
                finding.contractId(),
                finding.symbol(),
                finding.reference());
        return new Difference(key, finding.ours(), finding.theirs());
    }
}
