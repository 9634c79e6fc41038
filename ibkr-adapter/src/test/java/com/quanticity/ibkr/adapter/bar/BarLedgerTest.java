package com.quanticity.ibkr.adapter.bar;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.bar.BarLedger.Hole;
import com.quanticity.ibkr.adapter.bar.BarLedger.Mark;
import com.quanticity.ibkr.model.contract.ContractReference;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** New York puts its clocks forward in the night to 8 March 2026 and back in the night to 1 November 2026. */
class BarLedgerTest {

    private static final String WEEK = "20260306:0400-20260306:2000;20260307:CLOSED;20260308:CLOSED;"
            + "20260309:0400-20260309:2000;20260310:0400-20260310:2000";

    private final SessionHours hours = new SessionHours(false);
    private final BarLedger ledger = new BarLedger(hours);

    @Test
    void expectsTwelveAMinuteInSession() {
        hours.learn(reference(WEEK));
        Instant open = Instant.parse("2026-03-06T09:00:00Z");

        BarCompleteness day = day("2026-03-06", open, open.plusSeconds(60));

        assertThat(day.expected()).isEqualTo(12);
        assertThat(day.missing()).isEqualTo(12);
        assertThat(day.shortMinutes()).isOne();
    }

    @Test
    void aDayOfTheLateSessionHasSixteenHoursWhateverTheClocksDo() {
        hours.learn(reference(WEEK));

        assertThat(wholeDay("2026-03-06").expected()).isEqualTo(16 * 60 * 12);
        assertThat(wholeDay("2026-03-08").expected()).isZero();
        assertThat(wholeDay("2026-03-09").expected()).isEqualTo(16 * 60 * 12);
    }

    @Test
    void anHourThatTheClocksSkipHasNoBarsAndOneTheyRepeatHasTwice() {
        hours.learn(reference("20260308:0000-20260308:2359"));
        assertThat(wholeDay("2026-03-08").expected()).isEqualTo((23 * 60 - 1) * 12);

        hours.learn(reference("20261101:0000-20261101:2359"));
        assertThat(wholeDay("2026-11-01").expected()).isEqualTo((25 * 60 - 1) * 12);
    }

    @Test
    void nothingIsExpectedOvernight() {
        hours.learn(reference(WEEK));

        assertThat(ledger.missing(slot("2026-03-07T00:59:50Z"), slot("2026-03-09T08:00:10Z")))
                .containsExactly(
                        hole("2026-03-07T00:59:50Z", "2026-03-07T01:00:00Z"),
                        hole("2026-03-09T08:00:00Z", "2026-03-09T08:00:10Z"));
    }

    @Test
    void holesAreCountedAcrossTheBordersOfMinutes() {
        hours.learn(reference(WEEK));
        Instant from = Instant.parse("2026-03-06T15:00:00Z");
        for (long slot = Slots.of(from); slot < Slots.of(from) + 36; slot++) {
            if (slot < slot("2026-03-06T15:00:50Z") || slot >= slot("2026-03-06T15:01:05Z")) {
                ledger.mark(slot, Mark.LIVE);
            }
        }
        ledger.mark(slot("2026-03-06T15:01:00Z"), Mark.BACK_FILLED);

        BarCompleteness day = day("2026-03-06", from, from.plusSeconds(180));

        assertThat(day.expected()).isEqualTo(36);
        assertThat(day.received()).isEqualTo(33);
        assertThat(day.backFilled()).isOne();
        assertThat(day.missing()).isEqualTo(2);
        assertThat(day.shortMinutes()).isOne();
        assertThat(day.holes())
                .containsExactly(new BarCompleteness.Gap(
                        Instant.parse("2026-03-06T15:00:50Z"), Instant.parse("2026-03-06T15:01:00Z"), 2));
    }

    @Test
    void withoutKnownHoursOnlyHolesBetweenBarsAreSeen() {
        ledger.mark(slot("2026-03-06T15:00:00Z"), Mark.LIVE);
        ledger.mark(slot("2026-03-06T15:00:15Z"), Mark.LIVE);

        assertThat(ledger.missing(slot("2026-03-06T14:00:00Z"), slot("2026-03-06T16:00:00Z")))
                .containsExactly(hole("2026-03-06T15:00:05Z", "2026-03-06T15:00:15Z"));
        assertThat(wholeDay("2026-03-06").hoursKnown()).isFalse();
    }

    @Test
    void hoursToldEarlierHoldForDaysThatAreNotToldAnyMore() {
        hours.learn(reference("20260306:0400-20260306:2000"));
        hours.learn(reference("20260309:0400-20260309:1300"));

        assertThat(ledger.isExpected(slot("2026-03-06T15:00:00Z"))).isTrue();
        assertThat(ledger.isExpected(slot("2026-03-09T18:00:00Z"))).isFalse();
    }

    @Test
    void aBarIsTakenOnceAndASlotWithoutTradesCanStillGetOne() {
        long slot = slot("2026-03-06T15:00:00Z");

        assertThat(ledger.mark(slot, Mark.EMPTY)).isTrue();
        assertThat(ledger.mark(slot, Mark.LIVE)).isTrue();
        assertThat(ledger.mark(slot, Mark.LIVE)).isFalse();
        assertThat(ledger.mark(slot, Mark.BACK_FILLED)).isFalse();
    }

    @Test
    void forgetsWholeDays() {
        ledger.mark(slot("2026-03-06T15:00:00Z"), Mark.LIVE);
        ledger.mark(slot("2026-03-07T15:00:00Z"), Mark.LIVE);

        ledger.forgetBefore(slot("2026-03-07T12:00:00Z"));

        assertThat(ledger.is(slot("2026-03-06T15:00:00Z"), Mark.LIVE)).isFalse();
        assertThat(ledger.is(slot("2026-03-07T15:00:00Z"), Mark.LIVE)).isTrue();
    }

    private BarCompleteness wholeDay(String day) {
        return day(day, Instant.MIN, Instant.parse("2027-01-01T00:00:00Z"));
    }

    private BarCompleteness day(String day, Instant from, Instant to) {
        return BarCompleteness.of("SPY", LocalDate.parse(day), ledger, hours, from, to);
    }

    private static Hole hole(String from, String to) {
        return new Hole(slot(from), slot(to));
    }

    private static long slot(String at) {
        return Slots.of(Instant.parse(at));
    }

    private static ContractReference reference(String tradingHours) {
        return BarDeskTest.reference(tradingHours);
    }
}
