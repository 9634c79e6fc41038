package com.quanticity.ibkr.adapter.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.reconcile.InstrumentLock;
import com.quanticity.ibkr.model.reconcile.InstrumentLocks;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentLockViewTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:30:00Z");
    private static final ContractId SPY = ContractId.of(756733);
    private static final InstrumentLock LOCK = new InstrumentLock("DU1", SPY, "SPY", "d", "ours 1, theirs 2", AT);

    private final InstrumentLockView view = new InstrumentLockView();

    @Test
    void knowsNoLockBeforeItHeardOne() {
        assertThat(view.covering("DU1", SPY, "SPY")).isEmpty();
    }

    @Test
    void holdsALockUntilAPublicationWithoutIt() {
        view.onLocks(new InstrumentLocks(2, List.of(LOCK), AT));
        assertThat(view.covering("DU1", SPY, "SPY")).contains(LOCK);

        view.onLocks(new InstrumentLocks(3, List.of(), AT));
        assertThat(view.covering("DU1", SPY, "SPY")).isEmpty();
    }

    @Test
    void passesOverAnOlderPublication() {
        view.onLocks(new InstrumentLocks(2, List.of(LOCK), AT));
        view.onLocks(new InstrumentLocks(1, List.of(), AT));

        assertThat(view.covering("", SPY, "SPY")).contains(LOCK);
    }
}
