package com.quanticity.ibkr.execution.parent;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.algo.schedule.Conditions;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.KnownOrder;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.parent.EndRule;
import com.quanticity.ibkr.model.parent.ParentState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A parent of 30 in children of 10, in a minute, under everything that can happen to it. */
class TurnTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final Conditions WELL = new Conditions(TradingState.ACTIVE, MarketStatus.State.LIVE);
    private static final Conditions ADAPTER_AWAY = new Conditions(TradingState.ACTIVE, null);
    private static final Conditions HALTED = new Conditions(TradingState.HALTED, MarketStatus.State.LIVE);
    private static final ParentProperties RULES = new ParentProperties(
            Duration.ofSeconds(1),
            3,
            Duration.ofSeconds(1),
            Duration.ofSeconds(6),
            Duration.ofSeconds(10),
            20,
            "5 mins");

    private final List<KnownOrder> children = new ArrayList<>();
    private Parent parent = parent(EndRule.LEAVE_REST, null);

    @Test
    void sendsOneChildAtATimeWithAPauseBetween() {
        assertThat(turn(0).send()).isEqualTo(TEN);
        child(0);

        Turn.Outcome early = turn(0);

        assertThat(early.send()).isNull();
        assertThat(early.next()).isEqualTo(at(1));
        assertThat(turn(1).send()).isEqualTo(TEN);
    }

    @Test
    void restsWhenEverythingIsOut() {
        child(0);
        child(1);
        child(2).unknown(at(3));

        assertThat(turn(10).send()).isNull();
        assertThat(turn(10).cancels()).isEmpty();
    }

    @Test
    void waitsWithoutSendingWhileTheAdapterIsAwayAndGoesOnAfterwards() {
        child(0).working(at(0));

        Turn.Outcome away = turn(5, ADAPTER_AWAY);

        assertThat(away.send()).isNull();
        assertThat(away.cancels()).isEmpty();
        assertThat(away.parent().remark()).isEqualTo("paused: level 1 is not live");
        assertThat(away.next()).isEqualTo(at(6));
        parent = away.parent();
        assertThat(turn(6).send()).isEqualTo(TEN);
        assertThat(turn(6).parent().remark()).isEmpty();
    }

    @Test
    void waitsWhileTheTradingStateIsNotKnownOrReducing() {
        Conditions unknown = new Conditions(null, MarketStatus.State.LIVE);
        Conditions reducing = new Conditions(TradingState.REDUCING, MarketStatus.State.LIVE);

        assertThat(turn(0, unknown).send()).isNull();
        assertThat(turn(0, reducing).send()).isNull();
        assertThat(turn(0, reducing).parent().endRequested()).isFalse();
    }

    @Test
    void endsAndCancelsWhatIsOutWhenTradingIsHalted() {
        KnownOrder out = child(0).working(at(0));

        Turn.Outcome halted = turn(1, HALTED);

        assertThat(halted.send()).isNull();
        assertThat(halted.cancels()).containsExactly(out.id());
        assertThat(halted.parent().endBecause()).contains("halted").contains("new parent");
        parent = halted.parent();
        out.cancelAsked(at(1)).cancelled(at(2));
        assertThat(turn(3).send()).isNull();
        assertThat(Turn.graph(parent, known()).state()).isEqualTo(ParentState.CANCELLED);
    }

    @Test
    void isHeldAfterThreeRefusalsInARowAndGoesOnOnceReleased() {
        child(0).denied(at(0));
        child(1).rejected(at(1));
        assertThat(turn(2).send()).isEqualTo(TEN);
        child(2).denied(at(2));

        Turn.Outcome refused = turn(3);

        assertThat(refused.send()).isNull();
        assertThat(refused.parent().heldBecause())
                .contains("3 children in a row")
                .contains("TRADING_HALTED");
        parent = refused.parent();
        assertThat(turn(60 * 60).send()).isNull();
        parent = parent.released(at(4));
        assertThat(turn(4).send()).isEqualTo(TEN);
    }

    @Test
    void aFillBetweenRefusalsBeginsTheRowAnew() {
        child(0).denied(at(0));
        child(1).denied(at(1));
        child(2).filled("10", "100", at(2));
        child(3).denied(at(3));

        assertThat(turn(4).parent().isHeld()).isFalse();
        assertThat(turn(4).send()).isEqualTo(TEN);
    }

    @Test
    void sendsTheRestOfARejectedChildAgainAndNotWhatItHasFilled() {
        child(0).filled("4", "100", at(0)).rejected(at(1));
        child(1).filled("10", "100", at(1));
        child(2).filled("10", "100", at(2));

        assertThat(turn(3).send()).isEqualTo(BigDecimal.valueOf(6));
    }

    @Test
    void leavesTheRestWhenTheWindowIsOver() {
        KnownOrder out = child(0).working(at(0));

        Turn.Outcome over = turn(60);

        assertThat(over.parent().endBecause()).isEqualTo("its window is over");
        assertThat(over.cancels()).containsExactly(out.id());
        assertThat(over.send()).isNull();
    }

    /** A closed market: orders rest at the broker, nothing is added to them, and a plan that completes waits for the next session. */
    @Test
    void completesAfterTheWindowOnlyWhenNothingIsOut() {
        parent = parent(EndRule.COMPLETE, null);
        KnownOrder out = child(0).working(at(0));

        assertThat(turn(600).send()).isNull();
        assertThat(turn(600).cancels()).isEmpty();
        out.cancelled(at(601));
        assertThat(turn(601, ADAPTER_AWAY).send()).isNull();
        assertThat(turn(602).send()).isEqualTo(TEN);
    }

    @Test
    void cancelsAChildThatRunsOutOfPatienceOnceUntilItIsRefused() {
        parent = parent(EndRule.LEAVE_REST, Duration.ofSeconds(5));
        KnownOrder slow = child(0).working(at(0));
        assertThat(turn(4).next()).isEqualTo(at(5));
        assertThat(turn(5).cancels()).containsExactly(slow.id());

        slow.cancelAsked(at(5)).cancelPending(at(5));
        assertThat(turn(6).cancels()).isEmpty();
        slow.cancelRefused(at(7));
        assertThat(turn(8).cancels()).isEmpty();
        assertThat(turn(15).cancels()).containsExactly(slow.id());
    }

    @Test
    void asksAgainForTheEndOfAChildWhoseCancelIsNotAnswered() {
        KnownOrder out = child(0).working(at(0)).cancelAsked(at(1));
        parent = parent.ending("stop it");

        assertThat(turn(30).cancels()).isEmpty();
        assertThat(turn(31).cancels()).containsExactly(out.id());
    }

    @Test
    void sendsNothingAndCancelsWhenALateExecutionPassesTheTarget() {
        child(0).filled("10", "100", at(0));
        child(1).filled("10", "100", at(1));
        child(2).cancelled(at(2)).filled("8", "100", at(5));
        KnownOrder again = child(3).working(at(3));

        Turn.Outcome late = turn(6);

        assertThat(late.send()).isNull();
        assertThat(late.cancels()).containsExactly(again.id());
    }

    @Test
    void everyRefusalOfTheGateCountsAndNoneIsRepeatedFasterThanThePause() {
        int sent = 0;
        for (int second = 0; second < 60; second++) {
            Turn.Outcome outcome = turn(second);
            parent = outcome.parent();
            if (outcome.send() != null) {
                child(second).denied(at(second));
                sent++;
            }
        }

        assertThat(sent).isEqualTo(3);
        assertThat(parent.isHeld()).isTrue();
    }

    private static Parent parent(EndRule rule, @Nullable Duration patience) {
        return Parent.stored(
                "01J0000000000000000000PRNT",
                TestParents.terms(BigDecimal.valueOf(30), TEN, START, START.plusSeconds(60), rule, patience),
                START);
    }

    private KnownOrder child(int second) {
        KnownOrder child = KnownOrder.stored(
                Order.of(
                        ClientOrderId.of("01J0000000000000000000%04d".formatted(children.size())),
                        "SPY",
                        Side.BUY,
                        TEN,
                        new OrderTerms.Market(),
                        "test"),
                at(second));
        children.add(child);
        return child;
    }

    private Turn.Outcome turn(int second) {
        return turn(second, WELL);
    }

    private Turn.Outcome turn(int second, Conditions conditions) {
        return Turn.decide(parent, known(), new Turn.Sight(conditions, null), RULES, at(second));
    }

    private List<ChildOrder> known() {
        return children.stream().map(KnownOrder::order).toList();
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
