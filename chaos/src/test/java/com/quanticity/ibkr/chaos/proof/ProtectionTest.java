package com.quanticity.ibkr.chaos.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.chaos.proof.Booked.BookedOrder;
import com.quanticity.ibkr.chaos.proof.Booked.Role;
import com.quanticity.ibkr.chaos.proof.Witnessed.Step;
import com.quanticity.ibkr.chaos.proof.Witnessed.Taken;
import com.quanticity.ibkr.model.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtectionTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    @Test
    void holdsWhileTheStopIsAsLargeAsThePosition() {
        Taken entry = order("E", step(0, "Submitted", 0, 10), step(1, "Submitted", 4, 6), step(2, "Filled", 10, 0));
        Taken stop = order("S", step(0, "PreSubmitted", 0, 10));

        assertThat(check(60, 0, entry, stop)).isEmpty();
    }

    @Test
    void findsAMissingStopThatNobodyMendsInTime() {
        Taken entry = order("E", step(0, "Submitted", 0, 10), step(1, "Filled", 10, 0));
        Taken stop = order("S", step(0, "PreSubmitted", 0, 10), step(20, "Cancelled", 0, 10));
        Taken again = order("S2", step(40, "PreSubmitted", 0, 10));

        assertThat(check(60, 0, entry, stop, again)).containsExactly(Invariant.PROTECTED);
    }

    @Test
    void allowsWhatWasWrongDuringTheFaultsOnly() {
        Taken entry = order("E", step(0, "Submitted", 0, 10), step(1, "Filled", 10, 0));
        Taken stop = order("S", step(0, "PreSubmitted", 0, 10), step(20, "Cancelled", 0, 10));
        Taken again = order("S2", step(40, "PreSubmitted", 0, 10));

        assertThat(check(60, 35, entry, stop, again)).isEmpty();
    }

    @Test
    void findsWhatIsWrongNowHoweverShort() {
        Taken entry = order("E", step(0, "Submitted", 0, 10), step(1, "Cancelled", 4, 6));
        Taken stop = order("S", step(0, "PreSubmitted", 0, 10));

        assertThat(check(2, 0, entry, stop)).containsExactly(Invariant.PROTECTED);
    }

    @Test
    void findsLegsThatTradeMoreThanTheEntry() {
        Taken entry = order("E", step(0, "Filled", 10, 0));
        Taken stop = order("S", step(0, "PreSubmitted", 0, 10), step(5, "Filled", 10, 0));
        Taken target = order("T", step(0, "Submitted", 0, 10), step(6, "Submitted", 2, 8), step(7, "Cancelled", 2, 8));

        assertThat(check(60, 30, entry, stop, target)).contains(Invariant.NEVER_REVERSED);
    }

    private static List<Invariant> check(int now, int calm, Taken... orders) {
        Map<String, Role> roles = Map.of("E", Role.ENTRY, "S", Role.STOP, "S2", Role.STOP, "T", Role.TARGET);
        List<BookedOrder> booked = List.of(orders).stream()
                .map(order -> new BookedOrder(
                        order.orderRef(),
                        "B",
                        roles.getOrDefault(order.orderRef(), Role.ORDER),
                        OrderStatus.WORKING,
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        ""))
                .toList();
        return Protection.check(
                        new Witnessed(at(now), List.of(orders), List.of(), Map.of(), 0),
                        new Booked(booked, List.of(), List.of(), Map.of(), Map.of(), 0, List.of()),
                        at(calm))
                .stream()
                .map(Violation::invariant)
                .toList();
    }

    private static Taken order(String ref, Step... steps) {
        return new Taken(1, ref.hashCode(), ref.hashCode(), ref, List.of(steps));
    }

    private static Step step(int second, String status, int filled, int remaining) {
        return new Step(at(second), status, BigDecimal.valueOf(filled), BigDecimal.valueOf(remaining));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
