package com.quanticity.ibkr.console.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"1234567.5, 2, 1 234 567.50", "0.00012, 2, 0.00012", "-1, 2, −1.00", "999, 0, 999", "1E+3, 0, 1 000"})
    void writesPricesExactlyWithAtLeastTheirDecimals(BigDecimal price, int decimals, String text) {
        assertThat(Figures.price(price, decimals)).isEqualTo(text.replace(' ', '\u2009'));
    }

    @Test
    void saysThatThereIsNoDataInsteadOfZero() {
        assertThat(Figures.price(null, 2)).isEqualTo("no data");
        assertThat(Figures.quantity(null)).isEqualTo("no data");
    }

    @Test
    void signsChangesAndNotZero() {
        assertThat(Figures.signed(new BigDecimal("10.0"))).isEqualTo("+10");
        assertThat(Figures.signed(new BigDecimal("-10"))).isEqualTo("−10");
        assertThat(Figures.signed(new BigDecimal("0.0"))).isEqualTo("0");
    }

    @Test
    void leavesWordsOfTheBrokerAlone() {
        assertThat(Figures.text("INDIVIDUAL")).isEqualTo("INDIVIDUAL");
        assertThat(Figures.text("1000.10")).isEqualTo("1\u2009000.1");
    }

    @ParameterizedTest
    @CsvSource({"-5, 0.0 s", "312, 0.3 s", "42000, 42 s", "192000, 3 m 12 s", "11520000, 3 h 12 m"})
    void writesAges(long millis, String text) {
        assertThat(Ages.text(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2999, FRESH", "3000, CAUTION", "9999, CAUTION", "10000, STALE", "-50, FRESH"})
    void judgesASessionByItsAge(long ageMillis, Freshness freshness) {
        Instant now = Instant.parse("2026-11-21T14:03:27Z");

        assertThat(Expectation.SESSION.of(now.minusMillis(ageMillis), now)).isEqualTo(freshness);
    }

    @Test
    void takesTheWorstOfAGroup() {
        assertThat(Level.NORMAL.worse(Level.OFF)).isEqualTo(Level.NORMAL);
        assertThat(Level.UNKNOWN.worse(Level.CAUTION)).isEqualTo(Level.UNKNOWN);
        assertThat(Level.CRITICAL.worse(Level.UNKNOWN)).isEqualTo(Level.CRITICAL);
    }
}
