package com.quanticity.ibkr.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.orders.OrderBook;
import com.quanticity.ibkr.console.positions.PositionBook;
import com.quanticity.ibkr.console.positions.PositionsPanel;
import com.quanticity.ibkr.console.sessions.GateBook;
import com.quanticity.ibkr.console.sessions.GateBook.Gap;
import com.quanticity.ibkr.console.sessions.SessionBook;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.console.trading.TradingStateBook;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumeCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:03:27Z");

    private final SessionBook sessions = new SessionBook(new Timeline());
    private final GateBook gate = new GateBook();
    private final ResumeCheck check = new ResumeCheck(
            new TradingStateBook(new Timeline()),
            sessions,
            gate,
            new OrderBook(sessions),
            new PositionsPanel(new PositionBook(new Accounts(null))));

    @Test
    void namesOnceWhatTheOrderGateWouldDeny() {
        gate.onAnswer(
                List.of(
                        new Gap("POSITION_UNKNOWN", "SPY", "what adds", "Wait."),
                        new Gap("POSITION_UNKNOWN", "QQQ", "what adds", "Wait."),
                        new Gap("LIMITS_STALE", "", "what adds", "Start the risk-manager.")),
                NOW);

        assertThat(check.summary(NOW))
                .contains("serious The order gate would deny orders: POSITION_UNKNOWN, LIMITS_STALE;");
    }

    @Test
    void takesAGateThatIsNotHeardForUnknown() {
        assertThat(check.summary(NOW)).contains("unknown The order gate is silent");

        gate.onAnswer(List.of(), NOW);
        assertThat(check.summary(NOW)).contains("normal The order gate knows what it needs");
        assertThat(check.summary(NOW.plusSeconds(10))).contains("unknown The order gate is silent");
    }
}
