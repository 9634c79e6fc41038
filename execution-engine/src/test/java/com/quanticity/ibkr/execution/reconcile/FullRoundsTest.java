package com.quanticity.ibkr.execution.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.reconcile.FullRounds.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FullRoundsTest {

    private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");
    private static final Instant COMPLETE = START.minusSeconds(60);
    private static final Instant READY = START.minusSeconds(50);

    private final FullRounds rounds = new FullRounds(Duration.ofHours(1));

    @Test
    void theFirstRoundIsFullUntilItIsDone() {
        assertThat(due(START, COMPLETE, READY)).contains(Reason.START);
        assertThat(due(START.plusSeconds(2), COMPLETE, READY)).contains(Reason.START);

        rounds.done(START.plusSeconds(2));

        assertThat(due(START.plusSeconds(4), COMPLETE, READY)).isEmpty();
    }

    @Test
    void aDropCopyThatIsCompleteAnewIsComparedInFull() {
        started();

        assertThat(due(START.plusSeconds(2), COMPLETE.plusSeconds(40), READY)).contains(Reason.DROP_COPY_COMPLETE);
    }

    @Test
    void aNewSessionOfTheAdapterIsComparedInFullAndOneThatIsAwayIsNot() {
        started();

        assertThat(rounds.due(START.plusSeconds(2), COMPLETE, Optional.empty())).isEmpty();
        assertThat(due(START.plusSeconds(4), COMPLETE, READY)).isEmpty();
        assertThat(due(START.plusSeconds(6), COMPLETE, READY.plusSeconds(54))).contains(Reason.ADAPTER_SESSION);
    }

    @Test
    void afterTheIntervalEverythingIsComparedAgain() {
        started();

        assertThat(due(START.plusSeconds(3_599), COMPLETE, READY)).isEmpty();
        assertThat(due(START.plusSeconds(3_600), COMPLETE, READY)).contains(Reason.INTERVAL);
    }

    @Test
    void whoAsksWhileAFullRoundRunsGetsAnother() {
        started();
        rounds.request();
        assertThat(due(START.plusSeconds(2), COMPLETE, READY)).contains(Reason.REQUESTED);

        rounds.request();
        rounds.done(START.plusSeconds(2));

        assertThat(due(START.plusSeconds(4), COMPLETE, READY)).contains(Reason.REQUESTED);
    }

    private void started() {
        due(START, COMPLETE, READY);
        rounds.done(START);
    }

    private Optional<Reason> due(Instant now, Instant completeSince, Instant readySince) {
        return rounds.due(now, completeSince, Optional.of(readySince));
    }
}
