package com.quanticity.ibkr.adapter.uw;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.UwPrice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    static final UwProperties RULES = new UwProperties(
            true,
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofSeconds(2),
            new BigDecimal("25"),
            new BigDecimal("15"),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));
    private static final Instant AT = Instant.parse("2026-02-27T14:30:00Z");

    private final ReferenceTape tape = new ReferenceTape(RULES.keep());
    private int sequence;

    @Test
    void comparesWithTheMiddleOfBidAndAskAtTheStamp() {
        quote(AT, "100.00", "100.02", null);
        quote(AT.plusSeconds(2), "200.00", "200.02", null);

        Comparison comparison = compare("100.11", AT.plusSeconds(1));

        assertThat(comparison.verdict()).isEqualTo(Verdict.COMPARED);
        assertThat(comparison.rule()).isEqualTo(Reference.Rule.MID);
        assertThat(comparison.reference()).isEqualByComparingTo("100.01");
        assertThat(comparison.deviation()).isEqualByComparingTo("10.00");
    }

    @Test
    void comparesWithTheLastTradeWhenASideIsMissingOrTheSidesCross() {
        quote(AT, null, "100.02", "50");
        quote(AT.plusSeconds(2), "100.04", "100.02", "25");

        assertThat(compare("50.05", AT.plusSeconds(1)).deviation()).isEqualByComparingTo("10.00");
        assertThat(compare("24.975", AT.plusSeconds(3)).deviation()).isEqualByComparingTo("-10.00");
    }

    @Test
    void aRepeatedQuoteKeepsItsPriceFresh() {
        quote(AT, "100.00", "100.02", null);
        quote(AT.plusSeconds(60), "100.00", "100.02", null);

        assertThat(compare("100.01", AT.plusSeconds(30)).verdict()).isEqualTo(Verdict.COMPARED);
        assertThat(compare("100.01", AT.plusSeconds(64)).verdict()).isEqualTo(Verdict.COMPARED);
        assertThat(compare("100.01", AT.plusSeconds(66)).verdict()).isEqualTo(Verdict.STALE);
    }

    @Test
    void whatCannotBeComparedHasNoDeviation() {
        assertThat(compare("1", AT).verdict()).isEqualTo(Verdict.NO_QUOTE);
        quote(AT, null, null, null);
        assertThat(compare("1", AT).verdict()).isEqualTo(Verdict.NO_PRICE);
        assertThat(compare("1", AT.minusSeconds(1)).verdict()).isEqualTo(Verdict.TOO_OLD);
        tape.onQuote(quote(AT.plusSeconds(1), "1", "1", null, MarketDataType.DELAYED));

        assertThat(compare("1", AT.plusSeconds(1)))
                .satisfies(it -> assertThat(it.verdict()).isEqualTo(Verdict.DELAYED))
                .satisfies(it -> assertThat(it.deviation()).isNull());
    }

    @Test
    void aStampAheadOfOurClockIsNotCompared() {
        quote(AT, "100.00", "100.02", null);
        UwPrice price = new UwPrice("SPY", new BigDecimal("100.01"), AT.plusSeconds(3), "");

        assertThat(Comparison.of(price, tape, RULES, AT.plusMillis(900)).verdict())
                .isEqualTo(Verdict.AHEAD);
        assertThat(Comparison.of(price, tape, RULES, AT.plusMillis(1_100)).verdict())
                .isEqualTo(Verdict.COMPARED);
    }

    @Test
    void forgetsWhatIsOlderThanTheTape() {
        quote(AT, "100.00", "100.02", null);
        quote(AT.plusSeconds(1), "100.02", "100.04", null);
        quote(AT.plusSeconds(200), "100.04", "100.06", null);

        assertThat(compare("100.01", AT.plusSeconds(1)).verdict()).isEqualTo(Verdict.TOO_OLD);
    }

    private Comparison compare(String price, Instant at) {
        return Comparison.of(new UwPrice("SPY", new BigDecimal(price), at, ""), tape, RULES, AT.plusSeconds(300));
    }

    private void quote(Instant at, @Nullable String bid, @Nullable String ask, @Nullable String last) {
        tape.onQuote(quote(at, bid, ask, last, MarketDataType.LIVE));
    }

    private Quote quote(
            Instant at, @Nullable String bid, @Nullable String ask, @Nullable String last, MarketDataType type) {
        return new Quote(
                "SPY",
                ContractId.of(756733),
                decimal(bid),
                null,
                decimal(ask),
                null,
                decimal(last),
                null,
                "",
                "",
                type,
                1,
                ++sequence,
                at);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
