package com.quanticity.ibkr.adapter.depth.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.quanticity.ibkr.adapter.depth.rotation.CommandOutcome.Denied;
import com.quanticity.ibkr.adapter.depth.rotation.CommandOutcome.Done;
import com.quanticity.ibkr.adapter.depth.rotation.RotationView.Use;
import com.quanticity.ibkr.adapter.depth.rotation.Turn.End;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationTest {

    private final Rotated rotated = Rotated.started();

    @Test
    void permanentComesFirstThenTwoAtATimeStaggered() {
        assertThat(rotated.gateway.requests).containsExactly("+SPY", "+QQQ");
        assertThat(rotated.gateway.open).isEmpty();

        rotated.run(Duration.ofMillis(200));

        assertThat(rotated.gateway.requests).containsExactly("+SPY", "+QQQ", "+IWM");
        assertThat(rotated.inSlots()).containsExactly("SPY", "QQQ", "IWM");
        assertThat(rotated.view().slots().getFirst().requestId()).isEqualTo(GatewayModel.RESERVED);
        assertThat(rotated.view().slots().get(1).timeLeft()).isEqualTo(Duration.ofMillis(9_800));
        assertThat(rotated.view().slots().getFirst().timeLeft()).isNull();
    }

    @Test
    void turnEndsWithCancelBarrierQuietAndTheNextOfTheQueue() {
        rotated.run(Duration.ofMillis(10_100));

        assertThat(rotated.gateway.requests).contains("-QQQ").doesNotContain("+NVDA");
        assertThat(rotated.view().slots().get(1).use()).isEqualTo(Use.RELEASING);
        assertThat(rotated.waiting()).endsWith("GOOG", "QQQ");

        rotated.run(Duration.ofSeconds(1));

        assertThat(rotated.inSlots()).containsExactly("SPY", "NVDA", "TSLA");
        assertThat(rotated.gateway.told(RotationEvent.Freed.class))
                .allSatisfy(freed -> assertThat(freed.took()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
        assertThat(rotated.gateway.open.values()).containsExactlyInAnyOrder("SPY", "NVDA", "TSLA");
    }

    @Test
    void tenMinutesGiveEverySymbolItsTurnsAndNeverTouchThePermanentOne() {
        rotated.run(Duration.ofMinutes(10));

        assertThat(rotated.turns()).extracting(Turn::end).containsOnly(End.SERVED);
        assertThat(rotated.turns()).extracting(Turn::symbol).doesNotContain("SPY");
        for (String symbol : Rotated.QUEUE) {
            assertThat(rotated.turns().stream().filter(turn -> turn.symbol().equals(symbol)))
                    .as(symbol)
                    .hasSizeBetween(13, 14);
        }
        assertThat(rotated.gateway.requests.stream().filter("+SPY"::equals)).hasSize(1);
    }

    @Test
    void lateRowsKeepASlotFromBeingUsed() {
        rotated.run(Duration.ofMillis(10_100));
        int late = rotated.view().slots().get(1).requestId();
        for (int i = 0; i < 20; i++) {
            rotated.gateway.lateRow(late);
            rotated.step();
        }
        assertThat(rotated.view().slots().get(1).use()).isEqualTo(Use.RELEASING);

        rotated.run(Duration.ofMillis(600));

        assertThat(rotated.view().slots().get(1).use()).isEqualTo(Use.LIVE);
    }

    @Test
    void unansweredCancelsDisableTheRotationUntilItsTimeAndLeaveThePermanentOneAlone() {
        rotated.gateway.answersBarriers = false;
        rotated.run(Duration.ofSeconds(15));

        assertThat(rotated.view().state()).isEqualTo(RotationState.DISABLED);
        assertThat(rotated.view().reason()).contains("not acknowledged");
        assertThat(rotated.gateway.told(RotationEvent.Disabled.class)).hasSize(1);
        assertThat(rotated.inSlots().getFirst()).isEqualTo("SPY");

        rotated.gateway.answersBarriers = true;
        rotated.run(Duration.ofMinutes(5));
        assertThat(rotated.view().state()).isEqualTo(RotationState.ROTATING);
        assertThat(rotated.gateway.told(RotationEvent.Enabled.class)).hasSize(1);
    }

    @Test
    void aPersonBringsADisabledRotationBack() {
        rotated.gateway.answersBarriers = false;
        rotated.run(Duration.ofSeconds(15));
        rotated.gateway.answersBarriers = true;

        assertThat(rotated.rotation.resume(rotated.now)).isEqualTo(new Done());
        rotated.run(Duration.ofSeconds(2));

        assertThat(rotated.view().state()).isEqualTo(RotationState.ROTATING);
    }

    @Test
    void aSlotHeldElsewhereGoesOutAndTheOthersRotateOn() {
        Rotated held = new Rotated(3, Rotated.QUEUE);
        held.gateway.heldElsewhere = 1;
        held.rotation.onUsable(held.now);
        held.run(Duration.ofMinutes(2));

        assertThat(held.view().slots().get(2).use()).isEqualTo(Use.HELD_ELSEWHERE);
        assertThat(held.gateway.told(RotationEvent.Disabled.class))
                .singleElement()
                .satisfies(disabled -> assertThat(disabled.reason()).contains("309", "1 of 2"));
        assertThat(held.turns().stream().filter(turn -> turn.end() == End.SERVED))
                .hasSizeGreaterThan(8);
        assertThat(held.view().state()).isEqualTo(RotationState.ROTATING);

        held.gateway.heldElsewhere = 0;
        held.run(Duration.ofMinutes(5));
        assertThat(held.gateway.told(RotationEvent.Enabled.class)).hasSize(1);
        assertThat(held.inSlots()).doesNotContain("");
    }

    @Test
    void thePermanentSymbolGetsTheSlotOfARotatingOneWhenNoneIsFree() {
        rotated.run(Duration.ofSeconds(1));
        rotated.gateway.heldElsewhere = 1;
        rotated.gateway.kill(GatewayModel.RESERVED, DepthRefusal.HALTED, 316);

        rotated.run(Duration.ofSeconds(10));

        assertThat(rotated.turns()).extracting(Turn::end).contains(End.HALTED, End.FULL, End.DISPLACED);
        assertThat(rotated.gateway.open.values()).contains("SPY");
        assertThat(rotated.gateway.told(RotationEvent.Missing.class)).isEmpty();
    }

    @Test
    void refusedSymbolIsToldAndPassedOverUntilTheNextDayOrAPersonAsks() {
        rotated.gateway.refused.add("NVDA");
        rotated.run(Duration.ofMinutes(3));

        assertThat(rotated.gateway.told(RotationEvent.Refused.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(354));
        assertThat(rotated.view().refused()).hasSize(1);
        assertThat(rotated.view().queue())
                .anySatisfy(waiting -> assertThat(waiting.problem()).contains("refused 354"));

        rotated.gateway.refused.clear();
        rotated.rotation.resume(rotated.now);
        rotated.run(Duration.ofMinutes(1));
        assertThat(rotated.turns())
                .extracting(Turn::symbol, Turn::end)
                .contains(org.assertj.core.api.Assertions.tuple("NVDA", End.SERVED));
    }

    @Test
    void symbolWithoutRowsIsCountedAndStuckIsNotSaidOfIt() {
        for (int i = 0; i < 110; i++) {
            rotated.silentStep();
        }

        assertThat(rotated.turns()).extracting(Turn::end).contains(End.NO_DATA);
        assertThat(rotated.gateway.told(RotationEvent.Stuck.class)).isEmpty();
    }

    @Test
    void aSlotThatIsNotReleasedIsStuckAfterThirtySeconds() {
        rotated.run(Duration.ofMillis(10_100));
        int late = rotated.view().slots().get(1).requestId();
        for (int i = 0; i < 310; i++) {
            rotated.gateway.lateRow(late);
            rotated.step();
        }

        assertThat(rotated.gateway.told(RotationEvent.Stuck.class)).hasSize(1);

        rotated.run(Duration.ofSeconds(2));
        assertThat(rotated.gateway.told(RotationEvent.Unstuck.class)).hasSize(1);
    }

    @Test
    void connectionLossFreesEverythingAndTheSameOrderResumesWithThePermanentOneFirst() {
        rotated.run(Duration.ofSeconds(3));
        rotated.gateway.cut();
        rotated.rotation.onLost("link cut", rotated.now);
        assertThat(rotated.waiting()).isEqualTo(Rotated.QUEUE);
        assertThat(rotated.view().state()).isEqualTo(RotationState.NO_SESSION);
        rotated.gateway.requests.clear();
        rotated.run(Duration.ofSeconds(5));
        assertThat(rotated.gateway.requests).isEmpty();

        rotated.rotation.onUsable(rotated.now);
        rotated.run(Duration.ofSeconds(1));

        assertThat(rotated.gateway.requests).containsExactly("+SPY", "+QQQ", "+IWM");
    }

    @Test
    void keptSubscriptionsAreAskedForAnewAfterAGapPermanentFirst() {
        rotated.run(Duration.ofSeconds(3));
        rotated.rotation.onSuspended("1100");
        rotated.gateway.requests.clear();
        rotated.run(Duration.ofSeconds(3));
        assertThat(rotated.gateway.requests).isEmpty();

        rotated.rotation.onUsable(rotated.now);
        rotated.run(Duration.ofSeconds(2));

        assertThat(rotated.gateway.requests).containsExactly("-SPY", "-IWM", "-QQQ", "+SPY", "+QQQ", "+IWM");
    }

    @Test
    void brokenFarmHoldsEverythingAndItsReturnAsksAnew() {
        rotated.run(Duration.ofSeconds(3));
        rotated.gateway.requests.clear();
        rotated.rotation.onHold("farm usfarm is broken", rotated.now);
        rotated.run(Duration.ofMinutes(1));
        assertThat(rotated.gateway.requests).isEmpty();
        assertThat(rotated.view().state()).isEqualTo(RotationState.HELD);
        assertThat(rotated.view().slots())
                .extracting(slot -> slot.use(), slot -> slot.reason())
                .containsOnly(tuple(Use.HELD, "farm usfarm is broken"));

        rotated.rotation.onHold("", rotated.now);
        rotated.run(Duration.ofSeconds(2));
        assertThat(rotated.view().slots()).extracting(slot -> slot.use()).containsOnly(Use.LIVE);

        assertThat(rotated.gateway.requests).startsWith("-SPY").endsWith("+SPY", "+QQQ", "+IWM");
        assertThat(rotated.gateway.told(RotationEvent.Missing.class)).isEmpty();
    }

    @Test
    void pinTakesASlotAtOnceAndKeepsItUntilItsDeadline() {
        rotated.run(Duration.ofSeconds(3));

        assertThat(rotated.rotation.pin("TSLA", rotated.now.plusSeconds(60), rotated.now))
                .isEqualTo(new Done());
        rotated.run(Duration.ofSeconds(30));
        assertThat(rotated.inSlots()).contains("TSLA");
        assertThat(rotated.turns()).extracting(Turn::symbol).doesNotContain("TSLA");

        rotated.run(Duration.ofSeconds(45));
        assertThat(rotated.turns()).extracting(Turn::symbol).contains("TSLA");
    }

    @Test
    void everySlotPinnedIsSaidAndOneMoreIsDenied() {
        rotated.rotation.pin("AAPL", null, rotated.now);
        rotated.rotation.pin("AAPL", null, rotated.now);
        rotated.rotation.pin("TSLA", null, rotated.now);
        rotated.run(Duration.ofSeconds(25));

        assertThat(rotated.inSlots()).containsExactlyInAnyOrder("SPY", "AAPL", "TSLA");
        assertThat(rotated.view().state()).isEqualTo(RotationState.NOTHING_TO_ROTATE);
        assertThat(rotated.view().reason()).contains("pinned");
        assertThat(rotated.rotation.pin("QQQ", null, rotated.now)).isInstanceOf(Denied.class);
        assertThat(rotated.gateway.told(RotationEvent.Stuck.class)).isEmpty();

        rotated.rotation.unpin("AAPL", rotated.now);
        rotated.run(Duration.ofSeconds(2));
        assertThat(rotated.inSlots()).doesNotContain("AAPL");
        assertThat(rotated.waiting()).doesNotContain("AAPL");
    }

    @Test
    void skipEndsATurnOrPassesTheNextOneOnce() {
        rotated.run(Duration.ofSeconds(1));
        rotated.rotation.skip("NVDA", rotated.now);
        rotated.rotation.skip("NVDA", rotated.now);
        rotated.rotation.skip("QQQ", rotated.now);
        rotated.run(Duration.ofSeconds(1));

        assertThat(rotated.inSlots()).containsExactly("SPY", "TSLA", "IWM");
        assertThat(rotated.turns().getFirst().end()).isEqualTo(End.SKIPPED);
        assertThat(rotated.waiting()).endsWith("NVDA");
        assertThat(rotated.rotation.skip("SPY", rotated.now)).isInstanceOf(Denied.class);
        assertThat(rotated.rotation.skip("ZZZ", rotated.now)).isInstanceOf(Denied.class);
    }

    @Test
    void queueIsReplacedAsAWhole() {
        rotated.run(Duration.ofSeconds(1));
        rotated.rotation.queue(List.of("GOOG", "QQQ", "META"), rotated.now);
        rotated.run(Duration.ofSeconds(12));

        assertThat(rotated.inSlots()).containsExactly("SPY", "GOOG", "META");
        assertThat(rotated.waiting()).containsExactly("QQQ");
        assertThat(rotated.rotation.queue(List.of("SPY"), rotated.now)).isInstanceOf(Denied.class);
        assertThat(rotated.rotation.queue(List.of("A", "A"), rotated.now)).isInstanceOf(Denied.class);
    }

    @Test
    void pauseKeepsTheTurnsAndTheirTime() {
        rotated.run(Duration.ofSeconds(4));
        rotated.rotation.pause("looking at QQQ", rotated.now);
        rotated.run(Duration.ofMinutes(2));
        assertThat(rotated.inSlots()).containsExactly("SPY", "QQQ", "IWM");
        assertThat(rotated.view().state()).isEqualTo(RotationState.PAUSED);
        assertThat(rotated.gateway.told(RotationEvent.Stuck.class)).isEmpty();

        rotated.rotation.resume(rotated.now);
        assertThat(rotated.view().slots().get(1).timeLeft()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void aTurnLastsOnWhileNobodyElseWaits() {
        Rotated alone = new Rotated(3, List.of("QQQ", "IWM"));
        alone.rotation.onUsable(alone.now);
        alone.run(Duration.ofMinutes(2));

        assertThat(alone.turns()).isEmpty();
        assertThat(alone.view().reason()).contains("nobody waits");
    }

    @Test
    void symbolsWithoutContractArePassedOverAndSaid() {
        Rotated some = new Rotated(3, Rotated.QUEUE);
        some.gateway.unknown.addAll(List.of("SPY", "IWM"));
        some.rotation.onUsable(some.now);
        some.run(Duration.ofSeconds(1));
        assertThat(some.inSlots()).containsExactly("", "QQQ", "NVDA");
        assertThat(some.view().queue().getFirst().problem()).contains("not resolved");

        some.gateway.unknown.clear();
        some.run(Duration.ofSeconds(1));
        assertThat(some.inSlots().getFirst()).isEqualTo("SPY");
    }

    @Test
    void silentPermanentIsAlarmedAndAskedForAnew() {
        for (int i = 0; i < 650; i++) {
            rotated.silentStep();
        }

        assertThat(rotated.gateway.told(RotationEvent.Missing.class)).hasSize(1);
        assertThat(rotated.turns()).anySatisfy(turn -> assertThat(turn.end()).isEqualTo(End.SILENT));

        rotated.run(Duration.ofSeconds(1));
        assertThat(rotated.gateway.told(RotationEvent.Back.class)).hasSize(1);
    }

    @Test
    void brokenBookIsAskedForAnewAtOnceTheFirstTime() {
        rotated.run(Duration.ofSeconds(1));
        int qqq = rotated.view().slots().get(1).requestId();

        rotated.rotation.onBroken(qqq, "gap", rotated.now);
        rotated.rotation.onBroken(GatewayModel.RESERVED, "gap", rotated.now);
        rotated.run(Duration.ofSeconds(1));

        assertThat(rotated.inSlots()).containsExactly("SPY", "QQQ", "IWM");
        assertThat(rotated.view().slots().get(1).requestId()).isNotEqualTo(qqq);
    }

    @Test
    void requestsThatAreNotTakenAreTriedAgain() {
        Rotated refusing = new Rotated(3, Rotated.QUEUE);
        refusing.gateway.takesRequests = false;
        refusing.rotation.onUsable(refusing.now);
        assertThat(refusing.view().slots().getFirst().reason()).contains("not connected");

        refusing.gateway.takesRequests = true;
        refusing.run(Duration.ofSeconds(3));

        assertThat(refusing.inSlots()).containsExactly("SPY", "QQQ", "IWM");
    }
}
