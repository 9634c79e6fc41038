package com.quanticity.ibkr.console.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.console.sessions.GateBook.Gap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatePanelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:03:27Z");
    private static final Gap GAP = new Gap("POSITION_UNKNOWN", "", "what adds", "Wait.");

    private final GateBook gate = new GateBook();
    private final GatePanel panel = new GatePanel(gate);

    @Test
    void doesNotSayThatAGateKnowsWhichWasNotHeard() {
        assertThat(panel.line(NOW).state()).isEqualTo("UNKNOWN");
    }

    @Test
    void doesNotBelieveAnOldAnswer() {
        gate.onAnswer(List.of(), NOW);

        assertThat(panel.line(NOW).state()).isEqualTo("KNOWS");
        assertThat(panel.line(NOW.plusSeconds(10)).state()).isEqualTo("UNKNOWN");
        assertThat(panel.line(NOW.plusSeconds(10)).gaps()).isEmpty();
    }

    @Test
    void saysSinceWhenTheGateDoesNotKnow() {
        gate.onAnswer(List.of(), NOW.minusSeconds(3));
        gate.onAnswer(List.of(GAP), NOW.minusSeconds(2));
        long version = gate.version();
        gate.onAnswer(List.of(GAP), NOW);

        GatePanel.Line line = panel.line(NOW);
        assertThat(gate.version()).isEqualTo(version);
        assertThat(line.gaps()).containsExactly(GAP);
        assertThat(line.since())
                .isNotNull()
                .satisfies(since -> assertThat(since.at()).isEqualTo(NOW.minusSeconds(2)));
    }
}
