package com.quanticity.ibkr.execution.bracket;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.bracket.Leg.Kind;
import com.quanticity.ibkr.execution.bracket.Leg.Proof;
import com.quanticity.ibkr.execution.bracket.LegResizes.Resize;
import com.quanticity.ibkr.execution.bracket.Repair.Reason;
import com.quanticity.ibkr.execution.bracket.Repair.Step;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.KnownOrder;
import com.quanticity.ibkr.execution.parent.BracketTerms;
import com.quanticity.ibkr.execution.parent.Parent;
import com.quanticity.ibkr.execution.parent.ParentTerms;
import com.quanticity.ibkr.execution.parent.TestParents;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of legs whose orders, changes and cancels are refused or never answered; and what is done about it. */
class StandingsTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    private final List<KnownOrder> orders = new ArrayList<>();
    private final Map<ClientOrderId, String> roles = new LinkedHashMap<>();
    private final List<Resize> resizes = new ArrayList<>();

    StandingsTest() {
        entered();
    }

    @Test
    void aLegOnItsWayIsPendingAndUnknownOnceItsAnswerIsOverdue() {
        leg(Kind.STOP, 10, 0).accepted(at(1));

        assertThat(proof(at(31))).isEqualTo(Proof.PENDING);
        assertThat(repair(at(31)).alarm()).isNull();
        assertThat(proof(at(32))).isEqualTo(Proof.UNKNOWN);
        assertThat(repair(at(32)).alarm()).isEqualTo(Reason.PROTECTION_UNKNOWN);
    }

    @Test
    void aRefusedCancelLeavesTheLegConfirmedAndIsAskedForAgainAfterAPause() {
        KnownOrder stop = leg(Kind.STOP, 10, 0).working(at(1));
        exited(stop);
        KnownOrder target =
                leg(Kind.TARGET, 10, 0).working(at(1)).cancelAsked(at(2)).cancelPending(at(2));
        assertThat(standing(at(3)).legs().getFirst().proof()).isEqualTo(Proof.PENDING);

        target.cancelRefused(at(3));

        assertThat(standing(at(3)).legs()).containsExactly(new Leg(target.id(), Kind.TARGET, TEN, Proof.CONFIRMED));
        Repair repair = repair(at(3));
        assertThat(repair).isEqualTo(new Repair(List.of(cancel(target)), Reason.PROTECTION_TOO_LARGE));
        assertThat(allowed(repair, at(3))).isEmpty();
        assertThat(allowed(repair, at(7))).containsExactly(cancel(target));

        target.cancelAsked(at(7)).cancelPending(at(7));
        assertThat(standing(at(8)).legs().getFirst().proof()).isEqualTo(Proof.PENDING);
        assertThat(repair(at(8)).alarm()).isEqualTo(Reason.PROTECTION_TOO_LARGE);
        assertThat(standing(at(40)).legs().getFirst().proof()).isEqualTo(Proof.UNKNOWN);
    }

    @Test
    void aCancelWithoutAnswerIsUnknownAndStaysSoWhileItIsRepeated() {
        KnownOrder stop = leg(Kind.STOP, 10, 0).working(at(1)).cancelAsked(at(2));

        assertThat(proof(at(32))).isEqualTo(Proof.PENDING);
        assertThat(stop.order().isCancelOverdue(PATIENCE, at(32))).isFalse();
        assertThat(proof(at(33))).isEqualTo(Proof.UNKNOWN);
        assertThat(stop.order().isCancelOverdue(PATIENCE, at(33))).isTrue();
        assertThat(refusals().allow(cancel(stop), PATIENCE, at(33))).isTrue();

        stop.cancelAsked(at(33));
        assertThat(proof(at(34))).isEqualTo(Proof.UNKNOWN);
        assertThat(refusals().allow(cancel(stop), PATIENCE, at(34))).isFalse();
        assertThat(refusals().allow(cancel(stop), PATIENCE, at(63))).isTrue();
    }

    @Test
    void aChangeOfSomebodyElseBecomesOverdueToo() {
        leg(Kind.STOP, 10, 0).working(at(1)).changePending("theirs", FOUR, at(5));

        assertThat(proof(at(35))).isEqualTo(Proof.PENDING);
        assertThat(proof(at(36))).isEqualTo(Proof.UNKNOWN);
    }

    @Test
    void aRefusedChangeAlarmsAndIsAskedForEverMoreSlowly() {
        KnownOrder stop = leg(Kind.STOP, 4, 0).working(at(1));
        resize(stop, "first", 10, 2);
        assertThat(standing(at(3)).legs()).containsExactly(new Leg(stop.id(), Kind.STOP, TEN, FOUR, Proof.PENDING));
        assertThat(repair(at(3)).alarm()).isNull();

        stop.changePending("first", TEN, at(3)).changeRefused("first", at(4));

        Repair repair = repair(at(4));
        assertThat(repair).isEqualTo(new Repair(List.of(new Step.Resize(stop.id(), TEN)), Reason.UNPROTECTED));
        assertThat(allowed(repair, at(6))).isEmpty();
        assertThat(allowed(repair, at(7))).hasSize(1);

        resize(stop, "second", 10, 7);
        assertThat(repair(at(8))).isEqualTo(new Repair(List.of(), Reason.UNPROTECTED));
        stop.changeRefused("second", at(8));
        assertThat(allowed(repair(at(16)), at(16))).isEmpty();
        assertThat(allowed(repair(at(17)), at(17))).hasSize(1);
    }

    @Test
    void aDeniedStopIsPlacedAgainEverMoreSlowlyAndAlarms() {
        leg(Kind.STOP, 10, 0).denied(at(1));
        Repair repair = repair(at(1));
        assertThat(repair).isEqualTo(new Repair(List.of(new Step.Place(Kind.STOP, TEN)), Reason.UNPROTECTED));
        assertThat(allowed(repair, at(4))).isEmpty();
        assertThat(allowed(repair, at(5))).hasSize(1);

        KnownOrder second = leg(Kind.STOP, 10, 5);
        assertThat(repair(at(6))).isEqualTo(new Repair(List.of(), Reason.UNPROTECTED));
        second.denied(at(6));
        assertThat(allowed(repair(at(14)), at(14))).isEmpty();
        assertThat(allowed(repair(at(15)), at(15))).hasSize(1);

        leg(Kind.STOP, 10, 15).working(at(16));
        assertThat(repair(at(16)).alarm()).isNull();
        assertThat(standing(at(16)).refused()).isEmpty();
    }

    @Test
    void anUnknownLegIsUnknownWhateverWasAskedOfIt() {
        KnownOrder stop = leg(Kind.STOP, 10, 0).working(at(1));
        resize(stop, "first", 4, 2);
        stop.unknown(at(3));

        assertThat(proof(at(3))).isEqualTo(Proof.UNKNOWN);
    }

    @Test
    void tellsWhetherARepairAdds() {
        KnownOrder stop = leg(Kind.STOP, 4, 0).working(at(1));
        Standing standing = standing(at(2));

        assertThat(new Repair(List.of(new Step.Resize(stop.id(), TEN)), null).adds(standing))
                .isTrue();
        assertThat(new Repair(List.of(new Step.Place(Kind.TARGET, TEN)), null).adds(standing))
                .isTrue();
        assertThat(new Repair(List.of(new Step.Resize(stop.id(), BigDecimal.ONE), cancel(stop)), null).adds(standing))
                .isFalse();
    }

    @Test
    void pausesDoubleUpToAMinute() {
        assertThat(List.of(
                        Refusals.pause(1), Refusals.pause(2), Refusals.pause(4), Refusals.pause(5), Refusals.pause(90)))
                .extracting(Duration::toSeconds)
                .containsExactly(5L, 10L, 40L, 60L, 60L);
    }

    private void entered() {
        KnownOrder entry = KnownOrder.stored(order(0, Side.BUY, TEN), START);
        orders.add(entry.working(START).filled("10", "100", START));
        roles.put(entry.id(), "ENTRY");
    }

    private static void exited(KnownOrder stop) {
        stop.filled("10", "95", at(1));
    }

    private KnownOrder leg(Kind kind, int quantity, int second) {
        KnownOrder leg = KnownOrder.stored(order(orders.size(), Side.SELL, BigDecimal.valueOf(quantity)), at(second));
        orders.add(leg);
        roles.put(leg.id(), kind.name());
        return leg;
    }

    private void resize(KnownOrder leg, String id, int quantity, int second) {
        resizes.add(new Resize(id, leg.id(), BigDecimal.valueOf(quantity), at(second)));
    }

    private static Order order(int number, Side side, BigDecimal quantity) {
        return Order.of(
                ClientOrderId.of("01J0000000000000000000%04d".formatted(number)),
                "SPY",
                side,
                quantity,
                new OrderTerms.Market(),
                "test");
    }

    private Proof proof(Instant now) {
        return standing(now).legs().getLast().proof();
    }

    private Repair repair(Instant now) {
        return Protection.repair(standing(now));
    }

    private List<Step> allowed(Repair repair, Instant now) {
        return repair.steps().stream()
                .filter(step -> refusals().allow(step, PATIENCE, now))
                .toList();
    }

    private Refusals refusals() {
        return new Refusals(known(), roles, resizes);
    }

    private Standing standing(Instant now) {
        return Standings.of(bracket(), known(), roles, resizes, true, PATIENCE, now);
    }

    private List<ChildOrder> known() {
        return orders.stream().map(KnownOrder::order).toList();
    }

    private static Parent bracket() {
        ParentTerms terms = TestParents.terms(TEN, START, START.plusSeconds(60));
        return Parent.stored(
                "01J0000000000000000000PRNT",
                TestParents.withBracket(terms, new BracketTerms(null, BigDecimal.valueOf(95), null, null)),
                START);
    }

    private static Step cancel(KnownOrder order) {
        return new Step.Cancel(order.id());
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
