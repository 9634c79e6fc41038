package com.quanticity.ibkr.risk.halt;

import static com.quanticity.ibkr.model.risk.TradingState.ACTIVE;
import static com.quanticity.ibkr.model.risk.TradingState.HALTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StartingStateTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

    @Test
    void emptyDatabaseStartsInTheConfiguredState() {
        TradingChange start = StartingState.decide(null, null, HALTED, NOW);

        assertThat(start)
                .isEqualTo(
                        new TradingChange(HALTED, 1, "risk-manager", "initial state of an empty database", NOW, null));
    }

    @Test
    void storedStateHolds() {
        TradingChange stored = stored(HALTED, 4);

        assertThat(StartingState.decide(stored, announced(ACTIVE, 3), ACTIVE, NOW))
                .isEqualTo(stored);
        assertThat(StartingState.decide(stored, announced(HALTED, 4), ACTIVE, NOW))
                .isEqualTo(stored);
        assertThat(StartingState.decide(stored, null, ACTIVE, NOW)).isEqualTo(stored);
    }

    @Test
    void announcedHaltThatWasNotStoredHolds() {
        TradingChange start = StartingState.decide(stored(ACTIVE, 4), announced(HALTED, 5), ACTIVE, NOW);

        assertThat(start.state()).isEqualTo(HALTED);
        assertThat(start.version()).isEqualTo(5);
    }

    @Test
    void announcedActivityThatTheDatabaseDoesNotKnowLosesAgainstAStoredHalt() {
        TradingChange start = StartingState.decide(stored(HALTED, 4), announced(ACTIVE, 7), ACTIVE, NOW);

        assertThat(start.state()).isEqualTo(HALTED);
        assertThat(start.version()).isEqualTo(8);
    }

    @Test
    void announcedHaltHoldsOnAnEmptyDatabase() {
        TradingChange start = StartingState.decide(null, announced(HALTED, 1), ACTIVE, NOW);

        assertThat(start.state()).isEqualTo(HALTED);
    }

    private static TradingChange stored(TradingState state, long version) {
        return new TradingChange(state, version, "alice", "test", NOW, "C1");
    }

    private static RiskState announced(TradingState state, long version) {
        return new RiskState(state, version, "alice", "test", NOW, NOW);
    }
}
