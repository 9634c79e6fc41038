package com.quanticity.ibkr.simulator.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Closed days and early closes of the US stock and option markets, worked out by rule.
 *
 * <p>Source: the exchanges' holiday rules; checked against the recorded calendar of 2013 to 2027.
 */
final class Holidays {

    /** Days of mourning: nothing that a rule could say. */
    private static final Set<LocalDate> MOURNING = Set.of(LocalDate.of(2018, 12, 5), LocalDate.of(2025, 1, 9));

    private static final int JUNETEENTH_SINCE = 2022;

    private Holidays() {}

    /** Whether US stocks do not trade at all on a day, a weekend included. */
    static boolean isClosed(LocalDate day) {
        return isWeekend(day) || MOURNING.contains(day) || isHoliday(day);
    }

    /** Whether US stocks close at 13:00 in New York. */
    static boolean isEarlyClose(LocalDate day) {
        if (isClosed(day)) {
            return false;
        }
        boolean isBeforeIndependenceDay =
                day.getMonth() == Month.JULY && day.getDayOfMonth() == 3 && day.getDayOfWeek() != DayOfWeek.FRIDAY;
        boolean isChristmasEve = day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 24;
        return isBeforeIndependenceDay || isChristmasEve || day.minusDays(1).equals(thanksgiving(day.getYear()));
    }

    /** Whether even futures and currencies rest. */
    static boolean isWorldwide(LocalDate day) {
        return day.getMonth() == Month.JANUARY && day.getDayOfMonth() == 1
                || day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 25;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isHoliday(LocalDate day) {
        int year = day.getYear();
        return switch (day.getMonth()) {
            case JANUARY -> isNewYear(day) || day.equals(nth(year, Month.JANUARY, DayOfWeek.MONDAY, 3));
            case FEBRUARY -> day.equals(nth(year, Month.FEBRUARY, DayOfWeek.MONDAY, 3));
            case MARCH, APRIL -> day.equals(easter(year).minusDays(2));
            case MAY ->
                day.equals(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
            case JUNE -> year >= JUNETEENTH_SINCE && day.equals(observed(LocalDate.of(year, Month.JUNE, 19)));
            case JULY -> day.equals(observed(LocalDate.of(year, Month.JULY, 4)));
            case SEPTEMBER -> day.equals(nth(year, Month.SEPTEMBER, DayOfWeek.MONDAY, 1));
            case NOVEMBER -> day.equals(thanksgiving(year));
            case DECEMBER -> day.equals(observed(LocalDate.of(year, Month.DECEMBER, 25)));
            case AUGUST, OCTOBER -> false;
        };
    }

    /** A New Year's Day on a Saturday is not made up for: the books of the year close on that Friday. */
    private static boolean isNewYear(LocalDate day) {
        LocalDate first = LocalDate.of(day.getYear(), Month.JANUARY, 1);
        return day.equals(first.getDayOfWeek() == DayOfWeek.SUNDAY ? first.plusDays(1) : first);
    }

    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> holiday;
        };
    }

    private static LocalDate thanksgiving(int year) {
        return nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4);
    }

    private static LocalDate nth(int year, Month month, DayOfWeek day, int count) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(count, day));
    }

    /** The anonymous Gregorian algorithm. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int leapless = century - century / 4;
        int epact = (leapless - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + moon + 2 - leapless) % 7;
        int offset = moon - weekday;
        int month = 3 + (offset + 40) / 44;
        return LocalDate.of(year, month, offset + 28 - 31 * (month / 4));
    }
}
