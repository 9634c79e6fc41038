package com.quanticity.ibkr.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingHoursTest {

    /** The clocks of New York change on 8 March 2026. */
    private static final TradingHours STOCK = TradingHours.parse(
            "20260306:0400-20260306:2000;20260307:CLOSED;20260308:CLOSED;20260309:0400-20260309:2000", "US/Eastern");

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T08:59:59Z, false",
        "2026-03-06T09:00:00Z, false",
        "2026-03-07T00:59:59Z, false",
        "2026-03-07T01:00:00Z, true",
        "2026-03-08T12:00:00Z, true",
        "2026-03-09T07:59:59Z, true",
        "2026-03-09T08:00:00Z, false",
        "2026-03-09T23:59:59Z, false",
        "2026-03-10T00:00:00Z, false",
    })
    void isClosedBetweenSessionsAndSaysNothingOfWhatIsNotTold(Instant at, boolean isClosed) {
        assertThat(STOCK.isClosed(at)).isEqualTo(isClosed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T08:59:59Z, false",
        "2026-03-06T09:00:00Z, true",
        "2026-03-07T00:59:59Z, true",
        "2026-03-07T01:00:00Z, false",
        "2026-03-09T07:59:59Z, false",
        "2026-03-09T08:00:00Z, true",
        "2026-03-10T00:00:00Z, false",
    })
    void isOpenWithinSessionsOnly(Instant at, boolean isOpen) {
        assertThat(STOCK.isOpen(at)).isEqualTo(isOpen);
    }

    @Test
    void readsSessionsThatEndOnTheNextDay() {
        TradingHours future =
                TradingHours.parse("20260301:1700-20260302:1600;20260302:1700-20260303:1600", "US/Central");

        assertThat(future.isClosed(Instant.parse("2026-03-02T03:00:00Z"))).isFalse();
        assertThat(future.isClosed(Instant.parse("2026-03-02T22:30:00Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', US/Eastern",
        "20260307:CLOSED, Nowhere/Land",
        "20260307:CLOSED, ''",
        "'20260307:CLOSED;20260308:0400-0800', US/Eastern",
        "20260307:2500-20260307:2600, US/Eastern",
    })
    void isUnknownWhenItCannotBeReadInFull(String hours, String zone) {
        assertThat(TradingHours.parse(hours, zone).isClosed(Instant.parse("2026-03-07T12:00:00Z")))
                .isFalse();
    }
}
