package com.quanticity.ibkr.execution.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.ops.OpsReply.Outcome;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpsEchoTest {

    private static final Instant NOW = Instant.parse("2013-10-07T14:00:00Z");

    private final List<OpsReply> replies = new ArrayList<>();
    private final OpsEcho echo = new OpsEcho(replies::add, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void answersAHaltWhenTheHaltIsSeen() {
        echo.onCommand(halt("H1"), NOW);
        assertThat(replies).isEmpty();

        echo.onRiskState(state(TradingState.ACTIVE, NOW.plusSeconds(1)));
        echo.onRiskState(state(TradingState.HALTED, NOW.plusSeconds(2)));
        echo.onRiskState(state(TradingState.HALTED, NOW.plusSeconds(4)));

        assertThat(replies)
                .containsExactly(new OpsReply("H1", "execution-engine", Outcome.DONE, "sees HALTED, version 3", NOW));
    }

    @Test
    void answersAResumeWhenActiveIsSeen() {
        echo.onCommand(new OpsCommand.Resume("R1", "anna", "ben", "all clear"), NOW);

        echo.onRiskState(state(TradingState.HALTED, NOW.plusSeconds(1)));
        echo.onRiskState(state(TradingState.ACTIVE, NOW.plusSeconds(2)));

        assertThat(replies).extracting(OpsReply::commandId).containsExactly("R1");
    }

    @Test
    void takesNoStateFromBeforeTheCommandForAnAnswer() {
        echo.onCommand(halt("H1"), NOW);

        echo.onRiskState(state(TradingState.HALTED, NOW.minusSeconds(1)));

        assertThat(replies).isEmpty();
    }

    @Test
    void forgetsACommandThatNeverTookEffect() {
        echo.onCommand(halt("H1"), NOW.minus(OpsEcho.PATIENCE).minusSeconds(1));

        echo.onRiskState(state(TradingState.ACTIVE, NOW));
        echo.onRiskState(state(TradingState.HALTED, NOW));

        assertThat(replies).isEmpty();
    }

    private static OpsCommand halt(String id) {
        return new OpsCommand.Halt(id, "anna", "drill");
    }

    private static RiskState state(TradingState state, Instant at) {
        return new RiskState(state, 3, "anna", "drill", at, at);
    }
}
