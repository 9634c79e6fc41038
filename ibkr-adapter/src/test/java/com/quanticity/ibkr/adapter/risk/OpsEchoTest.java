package com.quanticity.ibkr.adapter.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.ops.OpsReply.Outcome;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpsEchoTest {

    private static final OpsCommand HALT = new OpsCommand.Halt("01K9ZZZZZZZZZZZZZZZZZZZZZZ", "trader", "test");

    private final MovableClock clock = new MovableClock();
    private final TradingStateView view = new TradingStateView(clock);
    private final List<OpsReply> replies = new ArrayList<>();
    private final OpsEcho echo = new OpsEcho(replies::add, view, clock);

    @Test
    void answersOnceTheHaltIsInForce() {
        view.onRiskState(TradingStateViewTest.state(TradingState.ACTIVE, 1, clock.instant()));
        echo.onCommand(HALT, clock.instant());
        assertThat(replies).isEmpty();

        clock.advance(Duration.ofMillis(50));
        view.onRiskState(TradingStateViewTest.state(TradingState.HALTED, 2, clock.instant()));
        echo.check();
        echo.check();

        assertThat(replies).extracting(OpsReply::outcome).containsExactly(Outcome.DONE);
        assertThat(replies).extracting(OpsReply::component).containsExactly("ibkr-adapter");
    }

    @Test
    void doesNotTakeAnEarlierPublicationForTheEffect() {
        view.onRiskState(TradingStateViewTest.state(TradingState.HALTED, 1, clock.instant()));
        clock.advance(Duration.ofMillis(1));

        echo.onCommand(HALT, clock.instant());

        assertThat(replies).isEmpty();
    }

    @Test
    void saysSoWhenNothingFollows() {
        echo.onCommand(HALT, clock.instant());

        clock.advance(OpsEcho.PATIENCE.plusMillis(1));
        echo.check();

        assertThat(replies).extracting(OpsReply::outcome).containsExactly(Outcome.REFUSED);
        assertThat(replies.getFirst().detail()).contains("check that it runs");
    }

    @Test
    void answersAResumeWhenOrdersPassAgain() {
        echo.onCommand(new OpsCommand.Resume("01K9ZZZZZZZZZZZZZZZZZZZZZ1", "a", "b", "test"), clock.instant());

        view.onRiskState(TradingStateViewTest.state(TradingState.ACTIVE, 3, clock.instant()));
        echo.check();

        assertThat(replies).extracting(OpsReply::outcome).containsExactly(Outcome.DONE);
    }
}
