package com.quanticity.ibkr.risk.halt;

import static com.quanticity.ibkr.model.risk.TradingState.ACTIVE;
import static com.quanticity.ibkr.model.risk.TradingState.HALTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TradingStateMachineTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

    private final TradingStateMachine machine =
            new TradingStateMachine(new TradingChange(ACTIVE, 1, "risk-manager", "start", NOW, null));

    @Test
    void haltTakesEffectAtOnce() {
        TradingChange change = machine.halt("C1", "alice", "loss", NOW);

        assertThat(change).isEqualTo(new TradingChange(HALTED, 2, "alice", "loss", NOW, "C1"));
        assertThat(machine.current()).isEqualTo(change);
    }

    @Test
    void secondHaltChangesNothing() {
        TradingChange first = machine.halt("C1", "alice", "loss", NOW);

        assertThat(machine.halt("C2", "bob", "me too", NOW)).isEqualTo(first);
    }

    @Test
    void resumeTakesEffectWhenConfirmed() {
        TradingChange halt = machine.halt("C1", "alice", "loss", NOW);

        TradingChange proposal = machine.proposeResume("C2", "alice and bob", "calm", NOW);
        assertThat(machine.current()).isEqualTo(halt);

        assertThat(machine.confirm(proposal, halt)).isTrue();
        assertThat(machine.current()).isEqualTo(new TradingChange(ACTIVE, 3, "alice and bob", "calm", NOW, "C2"));
    }

    @Test
    void anythingThatHappenedSinceBeatsAResume() {
        TradingChange halt = machine.halt("C1", "alice", "loss", NOW);
        TradingChange proposal = machine.proposeResume("C2", "alice and bob", "calm", NOW);
        TradingChange again = machine.reaffirm();

        assertThat(machine.confirm(proposal, halt)).isFalse();
        assertThat(machine.current()).isEqualTo(again);
        assertThat(again.version()).isGreaterThan(proposal.version());
    }
}
