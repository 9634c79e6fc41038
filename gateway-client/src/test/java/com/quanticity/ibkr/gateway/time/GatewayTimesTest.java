package com.quanticity.ibkr.gateway.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On hosts in zones east, west, half an hour off, and with summer time in southern winter. */
@ParameterizedClass
@ValueSource(strings = {"UTC", "Asia/Kolkata", "America/Los_Angeles", "Pacific/Kiritimati", "Australia/Lord_Howe"})
class GatewayTimesTest {

    @Parameter
    private String hostZone = "";

    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void moveTheHost() {
        TimeZone.setDefault(TimeZone.getTimeZone(hostZone));
    }

    @AfterEach
    void moveItBack() {
        TimeZone.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "20260413 15:27:04 US/Eastern,                        2026-04-13T19:27:04Z",
        "20260113 15:27:04 US/Eastern,                        2026-01-13T20:27:04Z",
        "20131007  09:30:00 America/New_York,                 2013-10-07T13:30:00Z",
        "20260405 23:49:26 Central European Standard Time,    2026-04-05T21:49:26Z",
        "20260105 23:49:26 Central European Standard Time,    2026-01-05T22:49:26Z",
        "20260413 15:27:04 Eastern Standard Time,             2026-04-13T19:27:04Z",
        "20260413 15:27:04 Eastern Daylight Time,             2026-04-13T19:27:04Z",
        "20260413 15:27:04 China Standard Time,               2026-04-13T07:27:04Z",
        "20260413 15:27:04 EST5EDT,                           2026-04-13T19:27:04Z",
        "20260113 15:27:04 EST,                               2026-01-13T20:27:04Z",
        "20260413 15:27:04 EDT,                               2026-04-13T19:27:04Z",
        "20260113 12:00:00 CET,                               2026-01-13T11:00:00Z",
        "20260413 12:00:00 JST,                               2026-04-13T03:00:00Z",
        "20260413-19:27:04,                                   2026-04-13T19:27:04Z",
        "20260413-19:27:04 UTC,                               2026-04-13T19:27:04Z",
        "20260413 19:27:04 UTC,                               2026-04-13T19:27:04Z",
        "20260413 19:27:04 GMT,                               2026-04-13T19:27:04Z",
        "20260413 19:27:04Z,                                  2026-04-13T19:27:04Z",
        "20260413-19:27:04Z,                                  2026-04-13T19:27:04Z",
        "20260413 19:27:04 Z,                                 2026-04-13T19:27:04Z",
        "20260413-19:27:04.125,                               2026-04-13T19:27:04.125Z",
        "1772460000,                                          2026-03-02T14:00:00Z",
        "1772460000123,                                       2026-03-02T14:00:00.123Z",
        "20261101 01:30:00 US/Eastern,                        2026-11-01T05:30:00Z"
    })
    void becomesAMomentInUtc(String text, Instant expected) {
        assertThat(GatewayTimes.parse(text)).isEqualTo(new GatewayTime.Moment(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                     empty",
        "20260413 15:27:04,                      no zone",
        "20260413 15:27:04 EST,                  ambiguous",
        "20260413 12:00:00 CET,                  ambiguous",
        "20260113 12:00:00 CST,                  unknown",
        "20260413 12:00:00 BST,                  unknown",
        "20260413 15:27:04 Mars/Olympus,         unknown",
        "20260113 15:27:04 Eastern Daylight Time,unknown",
        "20260413 15:27:04 +02:00,               unknown",
        "20261313 15:27:04 US/Eastern,           no such date",
        "20260230 15:27:04 US/Eastern,           no such date",
        "20260413 24:27:04 US/Eastern,           no such date",
        "20260308 02:30:00 US/Eastern,           unknown or ambiguous",
        "2026-04-13 15:27:04 US/Eastern,         not a form",
        "20260231,                               no such date",
        "25:00,                                  no such date",
        "-1,                                     not a form",
        "yesterday,                              not a form"
    })
    void isUnknownWhereItWouldBeAGuess(String text, String reason) {
        assertThat(GatewayTimes.parse(text)).isInstanceOfSatisfying(GatewayTime.Unknown.class, unknown -> {
            assertThat(unknown.text()).isEqualTo(text);
            assertThat(unknown.reason()).contains(reason);
        });
    }

    @Test
    void daysAndTimesOfDayStayWhatTheyAre() {
        assertThat(GatewayTimes.parse("20260413")).isEqualTo(new GatewayTime.Day(LocalDate.of(2026, 4, 13)));
        assertThat(GatewayTimes.parse("15:04")).isEqualTo(new GatewayTime.TimeOfDay(LocalTime.of(15, 4)));
        assertThat(GatewayTimes.parse("20260413").moment()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20260313-09:30:00,            2026-03-13T13:30:00Z",
        "20260313 09:30:00,            2026-03-13T13:30:00Z",
        "20260313-09:30:00 UTC,        2026-03-13T09:30:00Z"
    })
    void aFieldWithAZoneOfItsOwnIsReadInIt(String text, Instant expected) {
        ZoneId zone = GatewayZones.zone("US/Eastern").orElseThrow();

        assertThat(GatewayTimes.parseIn(text, zone).moment()).contains(expected);
    }
}
