package com.quanticity.ibkr.adapter.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TradingStateViewTest {

    private final MovableClock clock = new MovableClock();
    private final TradingStateView view = new TradingStateView(clock);

    @Test
    void isUnknownBeforeItHeardAnything() {
        assertThat(view.fresh()).isEmpty();
        assertThat(view.isActive()).isFalse();
    }

    @Test
    void becomesUnknownBySilence() {
        view.onRiskState(state(TradingState.ACTIVE, 1, clock.instant()));
        assertThat(view.isActive()).isTrue();

        clock.advance(RiskState.VALIDITY.plusMillis(1));

        assertThat(view.fresh()).isEmpty();
        assertThat(view.last()).isPresent();
    }

    @Test
    void doesNotBelieveAnOldPublicationAtTheStart() {
        view.onRiskState(state(TradingState.ACTIVE, 1, clock.instant().minusSeconds(60)));

        assertThat(view.fresh()).isEmpty();
    }

    @Test
    void doesNotLetAClockThatIsAheadKeepAnOldStateAlive() {
        view.onRiskState(state(TradingState.ACTIVE, 1, clock.instant().plusSeconds(3_600)));

        clock.advance(RiskState.VALIDITY.plusMillis(1));

        assertThat(view.fresh()).isEmpty();
    }

    @Test
    void keepsTheNewerOfTwoPublications() {
        Instant now = clock.instant();
        view.onRiskState(state(TradingState.HALTED, 2, now));

        view.onRiskState(state(TradingState.ACTIVE, 1, now.minus(Duration.ofSeconds(1))));

        assertThat(view.fresh()).get().extracting(RiskState::state).isEqualTo(TradingState.HALTED);
    }

    static RiskState state(TradingState state, long version, Instant at) {
        return new RiskState(state, version, "test", "because", at, at);
    }
}
