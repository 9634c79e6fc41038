package com.quanticity.ibkr.simulator.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.peer.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingCalendarTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final TradingCalendar calendar = TradingCalendar.real();

    @Test
    void knowsEveryClosedDayAndEarlyCloseOfTheRecordedCalendar() throws IOException {
        TreeMap<LocalDate, String> recorded = new TreeMap<>();
        Files.readAllLines(SharedFiles.require("market-data/us-market-calendar.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cell -> recorded.put(LocalDate.parse(cell[0]), cell[2]));
        TreeMap<LocalDate, String> computed = new TreeMap<>();
        LocalDate.of(2013, 1, 1)
                .datesUntil(LocalDate.of(2028, 1, 1))
                .filter(day -> !Holidays.isWeekend(day))
                .forEach(day -> {
                    if (Holidays.isClosed(day)) {
                        computed.put(day, "closed");
                    } else if (Holidays.isEarlyClose(day)) {
                        computed.put(day, "early_close");
                    }
                });

        assertThat(computed).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({
        "US_STOCKS, 2026-03-02T03:59:59, CLOSED",
        "US_STOCKS, 2026-03-02T04:00:00, PRE_MARKET",
        "US_STOCKS, 2026-03-02T09:28:00, OPENING_AUCTION",
        "US_STOCKS, 2026-03-02T09:30:00, REGULAR",
        "US_STOCKS, 2026-03-02T15:49:59, REGULAR",
        "US_STOCKS, 2026-03-02T15:50:00, CLOSING_AUCTION",
        "US_STOCKS, 2026-03-02T16:00:00, POST_MARKET",
        "US_STOCKS, 2026-03-02T20:00:00, CLOSED",
        "US_STOCKS, 2026-03-01T12:00:00, CLOSED",
        "US_STOCKS, 2026-11-27T12:55:00, CLOSING_AUCTION",
        "US_STOCKS, 2026-11-27T13:00:00, POST_MARKET",
        "US_STOCKS, 2026-11-27T17:00:00, CLOSED",
        "US_OPTIONS, 2026-03-02T09:29:59, CLOSED",
        "US_OPTIONS, 2026-03-02T15:59:59, REGULAR",
        "US_INDEX_OPTIONS, 2026-03-02T16:14:59, REGULAR",
        "US_INDICES, 2026-03-02T16:00:00, CLOSED",
        "US_FUTURES, 2026-03-01T17:59:59, CLOSED",
        "US_FUTURES, 2026-03-01T18:00:00, PRE_MARKET",
        "US_FUTURES, 2026-03-02T09:30:00, REGULAR",
        "US_FUTURES, 2026-03-02T17:00:00, CLOSED",
        "US_FUTURES, 2026-03-02T18:00:00, PRE_MARKET",
        "US_FUTURES, 2026-04-03T10:00:00, CLOSED",
        "CURRENCIES, 2026-03-01T17:15:00, REGULAR",
        "CURRENCIES, 2026-03-06T17:00:00, CLOSED",
        "CRYPTO, 2026-03-01T03:00:00, REGULAR"
    })
    void tellsThePhaseOfAMoment(TradingHours hours, java.time.LocalDateTime time, MarketPhase phase) {
        assertThat(calendar.phaseAt(hours, time.atZone(NEW_YORK).toInstant())).isEqualTo(phase);
    }

    @Test
    void isRegularAtAnyTimeWhenAlwaysOpen() {
        Instant sunday = Instant.parse("2026-03-01T15:00:00Z");

        assertThat(TradingCalendar.alwaysOpen().phaseAt(TradingHours.US_STOCKS, sunday))
                .isEqualTo(MarketPhase.REGULAR);
        assertThat(TradingCalendar.alwaysOpen().sessionAt(TradingHours.US_STOCKS, sunday))
                .isEmpty();
    }

    @Test
    void findsTheNeighbouringSessionsOverAWeekend() {
        Instant saturday = Instant.parse("2026-03-07T15:00:00Z");

        assertThat(calendar.nextSession(TradingHours.US_STOCKS, saturday).open())
                .isEqualTo(Instant.parse("2026-03-09T13:30:00Z"));
        assertThat(calendar.lastSession(TradingHours.US_STOCKS, saturday).close())
                .isEqualTo(Instant.parse("2026-03-06T21:00:00Z"));
    }

    @Test
    void spellsHoursAsContractDetailsDo() {
        LocalDate friday = LocalDate.of(2026, 11, 27);

        assertThat(calendar.text(TradingHours.US_STOCKS, friday, 2, false, NEW_YORK))
                .isEqualTo("20261127:0400-20261127:1700;20261128:CLOSED");
        assertThat(calendar.text(TradingHours.US_FUTURES, friday.minusDays(2), 1, false, ZoneId.of("US/Central")))
                .isEqualTo("20261124:1700-20261125:1600");
        assertThat(calendar.text(TradingHours.US_STOCKS, friday, 1, true, NEW_YORK))
                .isEqualTo("20261127:0930-20261127:1300");
    }
}
