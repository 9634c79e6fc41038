package com.quanticity.ibkr.execution.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.reconcile.witness.Witness;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.model.reconcile.DiscrepancyState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakBookTest {

    private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private final Map<String, Discrepancy> standing = new LinkedHashMap<>();
    private final BreakBook book = new BreakBook(TOLERANCE, () -> "D" + (standing.size() + 1));
    private Instant now = START;

    @Test
    void aDifferenceInFlightIsNoDiscrepancy() {
        see(position("0", "10"));
        after(9, position("0", "10"));
        after(1);

        assertThat(standing).isEmpty();
        assertThat(book.young()).isZero();
    }

    @Test
    void aDifferenceThatLastsOpensAndLocks() {
        see(position("0", "10"));
        after(10, position("0", "10"));

        assertThat(only().state()).isEqualTo(DiscrepancyState.OPEN);
        assertThat(only().since()).isEqualTo(START);
        assertThat(only().locks()).isTrue();
    }

    @Test
    void tradingOnBothSidesDoesNotHideAGap() {
        see(position("0", "10"));
        after(5, position("20", "30"));
        after(5, position("50", "60"));

        assertThat(only().theirs()).isEqualTo("60");
    }

    @Test
    void aGapThatChangesAllTheTimeOpensLater() {
        for (int second = 0; second < 49; second++) {
            see(position("0", Integer.toString(second + 1)));
            now = now.plusSeconds(1);
        }
        assertThat(standing).isEmpty();

        after(1, position("0", "77"));
        assertThat(standing).hasSize(1);
    }

    @Test
    void itClearsWhenBothSidesAgree() {
        opened();

        after(1);

        assertThat(only().state()).isEqualTo(DiscrepancyState.CLEARED);
        assertThat(only().endedAt()).isEqualTo(now);
        assertThat(only().locks()).isFalse();
    }

    @Test
    void anUnknownWitnessClearsNothingAndOpensNothing() {
        opened();
        now = now.plusSeconds(60);

        keep(book.observe(new BreakBook.Observation(now, Set.of(), List.of()), List.copyOf(standing.values())));

        assertThat(only().state()).isEqualTo(DiscrepancyState.OPEN);
        assertThat(only().version()).isEqualTo(1);
    }

    @Test
    void theClockOfAYoungOneStartsAnewAfterTheWitnessWasUnknown() {
        see(position("0", "10"));
        now = now.plusSeconds(60);
        keep(book.observe(new BreakBook.Observation(now, Set.of(), List.of()), List.of()));

        after(1, position("0", "10"));

        assertThat(standing).isEmpty();
    }

    @Test
    void whatIsIgnoredUnlocksUntilItsTimeIsOver() {
        opened();
        decide(Changes.ignored(only(), now.plusSeconds(30), "alice", "transfer on its way", now));
        assertThat(only().locks()).isFalse();

        after(29, position("0", "10"));
        assertThat(only().state()).isEqualTo(DiscrepancyState.IGNORED);

        after(1, position("0", "10"));
        assertThat(only().state()).isEqualTo(DiscrepancyState.OPEN);
    }

    @Test
    void anotherGapIsNotTheOneThatWasIgnored() {
        opened();
        decide(Changes.ignored(only(), now.plusSeconds(30), "alice", "known", now));

        after(1, position("5", "15"));
        assertThat(only().state()).isEqualTo(DiscrepancyState.IGNORED);

        after(1, position("5", "16"));
        assertThat(only().state()).isEqualTo(DiscrepancyState.OPEN);
    }

    @Test
    void whatWasResolvedButStaysOpensAgain() {
        opened();
        decide(Changes.resolved(only(), "alice", "booked", now));

        after(9, position("0", "10"));
        assertThat(only().state()).isEqualTo(DiscrepancyState.RESOLVED);

        after(1, position("0", "10"));
        assertThat(only().state()).isEqualTo(DiscrepancyState.OPEN);
    }

    @Test
    void theSameDifferenceLaterIsANewDiscrepancy() {
        opened();
        after(1);
        after(1, position("0", "10"));
        after(10, position("0", "10"));

        assertThat(standing.values())
                .extracting(Discrepancy::state)
                .containsExactly(DiscrepancyState.CLEARED, DiscrepancyState.OPEN);
    }

    private void opened() {
        see(position("0", "10"));
        after(10, position("0", "10"));
    }

    private void after(int seconds, Difference... differences) {
        now = now.plusSeconds(seconds);
        see(differences);
    }

    private void see(Difference... differences) {
        List<Discrepancy> open = standing.values().stream()
                .filter(discrepancy -> !discrepancy.isEnded())
                .toList();
        keep(book.observe(
                new BreakBook.Observation(now, Set.of(Witness.POSITIONS.text()), List.of(differences)), open));
    }

    private void keep(List<Discrepancy> changes) {
        changes.forEach(change -> standing.put(change.id(), change));
    }

    private void decide(Discrepancy decided) {
        standing.put(decided.id(), decided);
    }

    private Discrepancy only() {
        assertThat(standing).hasSize(1);
        return new ArrayList<>(standing.values()).getFirst();
    }

    private static Difference position(String ours, String theirs) {
        return new Difference(
                new Difference.Key(
                        DiscrepancyKind.POSITION, Witness.POSITIONS.text(), "DU1", ContractId.of(756733), "SPY", ""),
                ours,
                theirs);
    }
}
