package com.quanticity.ibkr.gateway.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceCalendarTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final MaintenanceCalendar calendar = MaintenanceCalendar.of(MaintenancePlan.DEFAULT);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2026-01-07T04:44:59, ''",
        "2026-01-07T04:45:00, GATEWAY_RESTART",
        "2026-01-07T04:59:59, GATEWAY_RESTART",
        "2026-01-07T05:00:00, ''",
        "2026-01-07T00:15:00, BROKER_RESET",
        "2026-01-07T01:45:00, ''",
        "2026-01-09T22:59:59, ''",
        "2026-01-09T23:00:00, WEEKEND",
        "2026-01-10T00:30:00, WEEKEND BROKER_RESET",
        "2026-01-10T02:59:59, WEEKEND",
        "2026-01-10T03:00:00, ''",
        "2026-01-11T01:00:00, BROKER_RESET WEEKLY_LOGIN",
        "2026-01-11T04:50:00, WEEKLY_LOGIN GATEWAY_RESTART",
        "2026-01-11T16:59:59, WEEKLY_LOGIN",
        "2026-01-11T17:00:00, ''",
    })
    void knowsWhatIsPlanned(String newYork, String kinds) {
        String open = String.join(
                " ",
                calendar.at(at(newYork)).stream()
                        .map(window -> window.kind().name())
                        .toList());

        assertThat(open).isEqualTo(kinds);
        assertThat(calendar.isPlanned(at(newYork))).isEqualTo(!kinds.isEmpty());
    }

    @ParameterizedTest(name = "restart on {0}")
    @CsvSource({
        "2026-03-07, 2026-03-07T09:45:00Z",
        "2026-03-08, 2026-03-08T08:45:00Z",
        "2026-10-31, 2026-10-31T08:45:00Z",
        "2026-11-01, 2026-11-01T09:45:00Z"
    })
    void followsDaylightSaving(String date, Instant start) {
        assertThat(calendar.next(MaintenanceKind.GATEWAY_RESTART, at(date + "T03:30:00")))
                .get()
                .extracting(MaintenanceWindow::start, window -> Duration.between(window.start(), window.end()))
                .containsExactly(start, Duration.ofMinutes(15));
    }

    @Test
    void coversBothHoursWhenATimeComesTwice() {
        MaintenanceWindow reset = calendar.next(MaintenanceKind.BROKER_RESET, Instant.parse("2026-11-01T04:20:00Z"))
                .orElseThrow();
        assertThat(reset.start()).isEqualTo("2026-11-01T04:15:00Z");
        assertThat(reset.end()).isEqualTo("2026-11-01T06:45:00Z");

        assertThat(calendar.nextTokenExpiry(at("2026-10-31T12:00:00"))).contains(Instant.parse("2026-11-01T05:00:00Z"));
    }

    @Test
    void movesOnWhatFallsIntoTheMissingHour() {
        MaintenanceCalendar twoThirty = MaintenanceCalendar.of(restartAt(LocalTime.of(2, 30), LocalTime.of(3, 15)));

        MaintenanceWindow window = twoThirty
                .next(MaintenanceKind.GATEWAY_RESTART, Instant.parse("2026-03-08T06:00:00Z"))
                .orElseThrow();

        assertThat(window.start()).isEqualTo("2026-03-08T07:30:00Z");
        assertThat(window.end()).isEqualTo("2026-03-08T08:15:00Z");
    }

    @Test
    void excusesFromTheLeadToTheGraceAndJoinsWhatTouches() {
        assertThat(calendar.excusedUntil(at("2026-01-07T04:43:59"))).isEmpty();
        assertThat(calendar.excusedUntil(at("2026-01-07T04:44:00"))).contains(at("2026-01-07T05:02:00"));
        assertThat(calendar.excusedUntil(at("2026-01-07T05:01:59"))).contains(at("2026-01-07T05:02:00"));
        assertThat(calendar.excusedUntil(at("2026-01-07T05:02:00"))).isEmpty();
        assertThat(calendar.excusedUntil(at("2026-01-09T23:00:00"))).contains(at("2026-01-10T03:02:00"));
        assertThat(calendar.excusedUntil(at("2026-01-11T00:20:00"))).contains(at("2026-01-11T17:02:00"));
    }

    @Test
    void excusesByKindWhenTheWeeklyLoginIsDone() {
        EnumSet<MaintenanceKind> kinds = EnumSet.complementOf(EnumSet.of(MaintenanceKind.WEEKLY_LOGIN));

        assertThat(calendar.excusedUntil(at("2026-01-11T12:00:00"), kinds)).isEmpty();
        assertThat(calendar.excusedUntil(at("2026-01-11T12:00:00"))).isPresent();
    }

    @Test
    void tellsWhatComesNext() {
        assertThat(calendar.nextWindow(at("2026-01-07T02:00:00")))
                .get()
                .extracting(MaintenanceWindow::kind, MaintenanceWindow::start)
                .containsExactly(MaintenanceKind.GATEWAY_RESTART, at("2026-01-07T04:45:00"));
        assertThat(calendar.nextTokenExpiry(at("2026-01-11T01:00:00"))).contains(at("2026-01-18T01:00:00"));
        assertThat(calendar.loginFrom(at("2026-01-11T05:00:00"))).contains(at("2026-01-11T09:00:00"));
        assertThat(calendar.loginFrom(at("2026-01-12T05:00:00"))).isEmpty();
    }

    @Test
    void takesHolidaysFromAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("holidays.txt");
        Files.writeString(file, """
                # NYSE
                2026-11-26 Thanksgiving
                2026-11-27 13:00- early close   # until midnight
                2026-12-24 13:00-17:00
                """);
        MaintenanceCalendar withHolidays = MaintenanceCalendar.of(withHolidays(Holiday.read(file)));

        assertThat(withHolidays.isPlanned(at("2026-11-26T12:00:00"))).isTrue();
        assertThat(withHolidays.isPlanned(at("2026-11-27T12:59:00"))).isFalse();
        assertThat(withHolidays.isPlanned(at("2026-11-27T23:59:00"))).isTrue();
        assertThat(withHolidays.isPlanned(at("2026-12-24T17:00:00"))).isFalse();
        assertThat(calendar.isPlanned(at("2026-11-26T12:00:00"))).isFalse();
    }

    @Test
    void namesEveryLineOfAFileItCannotRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("holidays.txt");
        Files.writeString(file, "2026-02-30 never\nChristmas\n");

        assertThatThrownBy(() -> Holiday.read(file))
                .hasMessageContaining("line 1 '2026-02-30 never', line 2 'Christmas'")
                .hasMessageContaining("write a line as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17:00-13:00", "13:00-13:00", "13:00-00:00"})
    void refusesAHolidayThatEndsBeforeItBegins(String times, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("holidays.txt");
        Files.writeString(file, "2026-12-25\n2026-11-27 " + times + " early close\n");

        assertThatThrownBy(() -> Holiday.read(file))
                .hasMessageContaining("cannot read line 2 '2026-11-27 " + times + " early close' (it ends at ")
                .hasMessageContaining("give a later time, or none for midnight");
    }

    @Test
    void plansNothingWithoutAPlan() {
        MaintenanceCalendar none = MaintenanceCalendar.none();

        assertThat(none.isPlanned(at("2026-01-07T04:50:00"))).isFalse();
        assertThat(none.nextWindow(at("2026-01-07T04:50:00"))).isEmpty();
        assertThat(none.excusedUntil(at("2026-01-07T04:50:00"))).isEmpty();
    }

    @Test
    void refusesTextsItCannotRead() {
        assertThatThrownBy(() -> DailyWindow.of("0:15-1:45")).hasMessageContaining("00:15-01:45 America/New_York");
        assertThatThrownBy(() -> WeeklyTime.of("01:00 SUN")).hasMessageContaining("SUN 01:00");
    }

    private static Instant at(String newYork) {
        return LocalDateTime.parse(newYork).atZone(NEW_YORK).toInstant();
    }

    private static MaintenancePlan withHolidays(List<Holiday> holidays) {
        MaintenancePlan plan = MaintenancePlan.DEFAULT;
        return new MaintenancePlan(
                plan.zone(),
                plan.restart(),
                plan.readyBy(),
                plan.resets(),
                plan.weekendFrom(),
                plan.weekendTo(),
                plan.tokenExpiry(),
                plan.loginFrom(),
                plan.loginBy(),
                plan.lead(),
                plan.grace(),
                holidays);
    }

    private static MaintenancePlan restartAt(LocalTime restart, LocalTime readyBy) {
        MaintenancePlan plan = MaintenancePlan.DEFAULT;
        return new MaintenancePlan(
                plan.zone(),
                restart,
                readyBy,
                plan.resets(),
                plan.weekendFrom(),
                plan.weekendTo(),
                plan.tokenExpiry(),
                plan.loginFrom(),
                plan.loginBy(),
                plan.lead(),
                plan.grace(),
                plan.holidays());
    }
}
