package com.quanticity.ibkr.gateway.maintenance;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The planned outages of a gateway and its broker, correct over changes of daylight saving time: a time that exists twice begins a
 * window the first time and ends one the second time; a time that does not exist is moved on by the change.
 */
public final class MaintenanceCalendar {

    private static final MaintenanceCalendar NONE = new MaintenanceCalendar(null);
    private static final Set<MaintenanceKind> ALL = EnumSet.allOf(MaintenanceKind.class);

    private final @Nullable MaintenancePlan plan;

    /** The windows of the last day asked about: order checks ask often. */
    private volatile @Nullable Around around;

    private record Around(LocalDate day, List<MaintenanceWindow> windows) {}

    private MaintenanceCalendar(@Nullable MaintenancePlan plan) {
        this.plan = plan;
    }

    public static MaintenanceCalendar of(MaintenancePlan plan) {
        return new MaintenanceCalendar(plan);
    }

    /** Nothing is ever planned. */
    public static MaintenanceCalendar none() {
        return NONE;
    }

    /** Whether a window of the calendar is open; without lead and grace. */
    public boolean isPlanned(Instant at) {
        return !at(at).isEmpty();
    }

    /** The windows open at a moment, by start; without lead and grace. */
    public List<MaintenanceWindow> at(Instant at) {
        return around(at).stream().filter(window -> window.contains(at)).toList();
    }

    /** The first window that begins after a moment; empty only when nothing is planned at all. */
    public Optional<MaintenanceWindow> nextWindow(Instant after) {
        return around(after).stream()
                .filter(window -> window.start().isAfter(after))
                .findFirst();
    }

    /** The window of a kind that is open at a moment, else the next one. Holidays count up to a week ahead. */
    public Optional<MaintenanceWindow> next(MaintenanceKind kind, Instant at) {
        return around(at).stream()
                .filter(window -> window.kind() == kind && window.end().isAfter(at))
                .findFirst();
    }

    /** Until when an outage at this moment counts as planned, lead and grace included; windows that touch count as one. */
    public Optional<Instant> excusedUntil(Instant at) {
        return excusedUntil(at, ALL);
    }

    /** The same with windows of some kinds only. */
    public Optional<Instant> excusedUntil(Instant at, Set<MaintenanceKind> kinds) {
        MaintenancePlan planned = plan;
        if (planned == null) {
            return Optional.empty();
        }
        Instant until = at;
        for (MaintenanceWindow window : around(at)) {
            boolean begun = !window.start().minus(planned.lead()).isAfter(until);
            Instant end = window.end().plus(planned.grace());
            if (kinds.contains(window.kind()) && begun && end.isAfter(until)) {
                until = end;
            }
        }
        return Optional.of(until).filter(end -> end.isAfter(at));
    }

    /** When the broker next ends the login token, after this moment. */
    public Optional<Instant> nextTokenExpiry(Instant after) {
        return Optional.ofNullable(plan)
                .flatMap(planned -> around(after).stream()
                        .filter(window -> window.kind() == MaintenanceKind.WEEKLY_LOGIN)
                        .map(MaintenanceWindow::start)
                        .filter(start -> start.isAfter(after))
                        .findFirst());
    }

    /** From when on a person is expected to log in, within the login window that is open at this moment. */
    public Optional<Instant> loginFrom(Instant at) {
        return Optional.ofNullable(plan)
                .flatMap(planned -> next(MaintenanceKind.WEEKLY_LOGIN, at)
                        .filter(window -> window.contains(at))
                        .map(window -> following(window.start(), planned.loginFrom(), planned.zone())));
    }

    /** Every window that could matter within a week of a moment, by start. */
    private List<MaintenanceWindow> around(Instant at) {
        MaintenancePlan planned = plan;
        if (planned == null) {
            return List.of();
        }
        LocalDate today = at.atZone(planned.zone()).toLocalDate();
        Around known = around;
        if (known == null || !known.day().equals(today)) {
            known = new Around(today, List.copyOf(windowsAround(planned, today)));
            around = known;
        }
        return known.windows();
    }

    private static List<MaintenanceWindow> windowsAround(MaintenancePlan planned, LocalDate today) {
        List<MaintenanceWindow> windows = new ArrayList<>();
        for (LocalDate date = today.minusDays(8); !date.isAfter(today.plusDays(9)); date = date.plusDays(1)) {
            addDaily(windows, planned, date);
            addWeekly(windows, planned, date);
        }
        for (Holiday holiday : planned.holidays()) {
            windows.add(window(planned, holiday));
        }
        windows.sort(Comparator.comparing(MaintenanceWindow::start).thenComparing(MaintenanceWindow::end));
        return windows;
    }

    private static void addDaily(List<MaintenanceWindow> windows, MaintenancePlan plan, LocalDate date) {
        DailyWindow restart = new DailyWindow(plan.restart(), plan.readyBy(), plan.zone());
        windows.add(window(MaintenanceKind.GATEWAY_RESTART, "gateway restart", restart, date));
        for (DailyWindow reset : plan.resets()) {
            windows.add(window(MaintenanceKind.BROKER_RESET, "broker reset " + reset, reset, date));
        }
    }

    private static void addWeekly(List<MaintenanceWindow> windows, MaintenancePlan plan, LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (day == plan.weekendFrom().day()) {
            Instant start = start(date.atTime(plan.weekendFrom().time()), plan.zone());
            windows.add(new MaintenanceWindow(
                    MaintenanceKind.WEEKEND, "weekend reset", start, following(start, plan.weekendTo(), plan.zone())));
        }
        if (day == plan.tokenExpiry().day()) {
            Instant start = start(date.atTime(plan.tokenExpiry().time()), plan.zone());
            windows.add(new MaintenanceWindow(
                    MaintenanceKind.WEEKLY_LOGIN,
                    "weekly login",
                    start,
                    following(start, plan.loginBy(), plan.zone())));
        }
    }

    private static MaintenanceWindow window(MaintenanceKind kind, String name, DailyWindow daily, LocalDate date) {
        LocalDate lastDate = daily.to().isAfter(daily.from()) ? date : date.plusDays(1);
        Instant start = start(date.atTime(daily.from()), daily.zone());
        Instant end = end(lastDate.atTime(daily.to()), daily.zone());
        // A start that was moved on out of the missing hour can pass the end.
        return new MaintenanceWindow(kind, name, start, end.isAfter(start) ? end : start.plus(length(daily)));
    }

    private static Duration length(DailyWindow daily) {
        Duration length = Duration.between(daily.from(), daily.to());
        return length.isPositive() ? length : length.plusDays(1);
    }

    private static MaintenanceWindow window(MaintenancePlan plan, Holiday holiday) {
        LocalTime from = holiday.from();
        LocalTime to = holiday.to();
        LocalDateTime start =
                from == null ? holiday.date().atStartOfDay() : holiday.date().atTime(from);
        LocalDateTime end = to == null
                ? holiday.date().plusDays(1).atStartOfDay()
                : holiday.date().atTime(to);
        return new MaintenanceWindow(
                MaintenanceKind.HOLIDAY, holiday.name(), start(start, plan.zone()), end(end, plan.zone()));
    }

    /** The first such time of the week after a moment. */
    private static Instant following(Instant after, WeeklyTime time, ZoneId zone) {
        LocalDate date = after.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(time.day()));
        Instant candidate = end(date.atTime(time.time()), zone);
        return candidate.isAfter(after) ? candidate : end(date.plusWeeks(1).atTime(time.time()), zone);
    }

    private static Instant start(LocalDateTime local, ZoneId zone) {
        return ZonedDateTime.of(local, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private static Instant end(LocalDateTime local, ZoneId zone) {
        return ZonedDateTime.of(local, zone).withLaterOffsetAtOverlap().toInstant();
    }

    /** Calendars of the same plan are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MaintenanceCalendar calendar && Objects.equals(plan, calendar.plan);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(plan);
    }

    @Override
    public String toString() {
        return plan == null ? "nothing planned" : plan.toString();
    }
}
