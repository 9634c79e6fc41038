package com.quanticity.ibkr.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.console.Facts;
import com.quanticity.ibkr.console.MovableClock;
import com.quanticity.ibkr.console.RecordingAudit;
import com.quanticity.ibkr.console.command.CommandTracker.Claim;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandTrackerTest {

    private static final Instant START = Instant.parse("2026-11-21T14:03:27Z");

    private final MovableClock clock = new MovableClock(START);
    private final Timeline timeline = new Timeline();
    private final RecordingAudit audit = new RecordingAudit();
    private final CommandTracker tracker = new CommandTracker(timeline, audit, clock);

    @Test
    void isCompleteWhenInForceAndEchoedByAll() {
        CommandTrack halt = halt();

        tracker.onReply(Facts.done(halt.commandId(), "risk-manager", START));
        tracker.onReply(Facts.done(halt.commandId(), "ibkr-adapter", START));
        tracker.onReply(Facts.done(halt.commandId(), "execution-engine", START));
        assertThat(track(halt).isComplete()).isFalse();

        clock.forward(Duration.ofMillis(210));
        tracker.onRiskState(risk(TradingState.HALTED, START));
        assertThat(track(halt).isComplete()).isTrue();
        assertThat(audit.lines()).containsExactly("trader HALT CONFIRMED");
        assertThat(timeline.newest(1))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.text()).isEqualTo("Halt by trader: in force after 0.2 s, echoed by 3 of 3"));
    }

    @Test
    void doesNotTakeAnEarlierPublicationForItsOwn() {
        CommandTrack halt = halt();

        tracker.onRiskState(risk(TradingState.HALTED, START.minusMillis(1)));

        assertThat(track(halt).inForceAt()).isNull();
    }

    @Test
    void listsLaggardsAndRefusals() {
        CommandTrack halt = halt();
        tracker.onReply(Facts.done(halt.commandId(), "risk-manager", START));
        tracker.onReply(
                new OpsReply(halt.commandId(), "ibkr-adapter", OpsReply.Outcome.REFUSED, "no trading state", START));

        CommandPanel.TrackView view = CommandPanel.view(track(halt));

        assertThat(track(halt).laggards()).containsExactly("execution-engine");
        assertThat(view.summary()).isEqualTo("refused");
        assertThat(view.steps()).extracting(CommandPanel.Step::text).contains("ibkr-adapter refused: no trading state");
    }

    @Test
    void letsASecondClickJoinTheFirst() {
        CommandTrack first = halt();

        Claim second = tracker.claimHalt("officer", Optional.of(risk(TradingState.ACTIVE, START)));

        assertThat(second.isNew()).isFalse();
        assertThat(second.track().commandId()).isEqualTo(first.commandId());
    }

    @Test
    void sendsTheSameCommandAgainWhileItIsNotDelivered() {
        Claim first = tracker.claimHalt("trader", Optional.empty());

        Claim second = tracker.claimHalt("trader", Optional.empty());

        assertThat(second.isNew()).isTrue();
        assertThat(second.track().commandId()).isEqualTo(first.track().commandId());
    }

    @Test
    void startsANewHaltOnceTradingWasResumed() {
        CommandTrack first = halt();
        clock.forward(Duration.ofSeconds(2));

        Claim second = tracker.claimHalt("trader", Optional.of(risk(TradingState.ACTIVE, clock.instant())));

        assertThat(second.track().commandId()).isNotEqualTo(first.commandId());
    }

    @Test
    void startsANewHaltWhenTheFirstIsStuck() {
        CommandTrack first = halt();
        clock.forward(CommandTracker.JOINABLE);

        Claim second = tracker.claimHalt("trader", Optional.empty());

        assertThat(second.track().commandId()).isNotEqualTo(first.commandId());
    }

    @Test
    void followsCommandsOfOthers() {
        tracker.onCommand(new OpsCommand.Halt("01HALTBYANOTHER", "another", "theirs"), START);
        tracker.onReply(Facts.done("nobody knows it", "risk-manager", START));

        assertThat(tracker.newest()).hasValueSatisfying(track -> {
            assertThat(track.by()).isEqualTo("another");
            assertThat(track.delivered()).isTrue();
        });
    }

    @Test
    void followsTheLastCommandWhateverItsClockSaid() {
        tracker.onCommand(new OpsCommand.Halt("01FROMTHEFUTURE", "another", "theirs"), START.plusSeconds(3600));

        CommandTrack resume = tracker.startResume("trader and officer");

        assertThat(tracker.newest()).contains(resume);
        assertThat(tracker.track("01FROMTHEFUTURE"))
                .hasValueSatisfying(track -> assertThat(track.requestedAt()).isEqualTo(START));
    }

    private CommandTrack halt() {
        Claim claim = tracker.claimHalt("trader", Optional.empty());
        assertThat(claim.isNew()).isTrue();
        tracker.onDelivered(claim.track().commandId());
        return claim.track();
    }

    private CommandTrack track(CommandTrack track) {
        return tracker.track(track.commandId()).orElseThrow();
    }

    private static RiskState risk(TradingState state, Instant at) {
        return Facts.risk(state, 2, "trader", at, at);
    }
}
