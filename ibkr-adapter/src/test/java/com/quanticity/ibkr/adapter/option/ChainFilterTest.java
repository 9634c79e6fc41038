package com.quanticity.ibkr.adapter.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.OptionRight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainFilterTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 6);
    private static final LocalDate SECOND = LocalDate.of(2026, 3, 13);
    private static final OptionSeries SPX = series("SMART", "SPX", SECOND);
    private static final OptionSeries SPXW = series("SMART", "SPXW", FIRST, SECOND);
    private static final List<OptionSeries> ALL = List.of(series("CBOE", "SPX", SECOND), SPX, SPXW);

    @Test
    void keepsTheExchangeAndCountsBothRights() {
        ChainFilter filter = filter(null, null, null, null, null, 0);

        assertThat(filter.apply(ALL)).containsExactly(SPX, SPXW);
        assertThat(filter.count(filter.apply(ALL))).isEqualTo(3 * 11 * 2);
    }

    @Test
    void cutsToDaysClassAndRight() {
        ChainFilter filter = filter("SPXW", FIRST, FIRST, OptionRight.PUT, null, 0);

        assertThat(filter.apply(ALL)).containsExactly(series("SMART", "SPXW", FIRST));
        assertThat(filter.count(filter.apply(ALL))).isEqualTo(11);
        assertThat(filter.wants(OptionRight.CALL)).isFalse();
    }

    @Test
    void leavesOutSeriesWithoutAWantedDay() {
        assertThat(filter(null, FIRST, FIRST, null, null, 0).apply(ALL))
                .extracting(OptionSeries::tradingClass)
                .containsExactly("SPXW");
    }

    @Test
    void takesStrikesOnBothSidesOfTheMoney() {
        assertThat(strikes("102.4", 2)).containsExactly("101", "102", "103", "104");
        assertThat(strikes("102", 2)).containsExactly("101", "102", "103");
        assertThat(strikes("94", 2)).containsExactly("95", "96");
    }

    /** A picture of what expired an hour ago shows nothing. */
    @Test
    void anExpiryIsOverWithTheCloseOfItsDayInNewYork() {
        assertThat(OptionSeries.firstTrading(Instant.parse("2026-12-31T20:59:59Z")))
                .isEqualTo("2026-12-31");
        assertThat(OptionSeries.firstTrading(Instant.parse("2026-12-31T21:00:00Z")))
                .isEqualTo("2027-01-01");
        assertThat(OptionSeries.firstTrading(Instant.parse("2027-01-01T03:00:00Z")))
                .isEqualTo("2027-01-01");
        assertThat(OptionSeries.firstTrading(Instant.parse("2027-01-01T06:00:00Z")))
                .isEqualTo("2027-01-01");
    }

    private static List<String> strikes(String around, int count) {
        return filter("SPX", null, null, null, new BigDecimal(around), count).apply(ALL).getFirst().strikes().stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static ChainFilter filter(
            @Nullable String tradingClass,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable OptionRight right,
            @Nullable BigDecimal around,
            int strikes) {
        return new ChainFilter("SMART", tradingClass, from, to, right, around, strikes);
    }

    private static OptionSeries series(String exchange, String tradingClass, LocalDate... days) {
        return new OptionSeries(
                exchange,
                tradingClass,
                new BigDecimal("100"),
                List.of(days),
                IntStream.rangeClosed(95, 105).mapToObj(BigDecimal::valueOf).toList());
    }
}
