package com.quanticity.ibkr.simulator.contract;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.calendar.TradingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The last trading days of options and futures, worked out by rule. */
final class Expiries {

    private static final int WEEKS = 8;
    private static final int MONTHS = 9;
    private static final int JANUARIES = 2;
    private static final TradingCalendar CALENDAR = TradingCalendar.real();

    private Expiries() {}

    /** Third Fridays of nine months and of the Januaries of two further years, from a day on. */
    static List<LocalDate> monthly(LocalDate today) {
        YearMonth first = YearMonth.from(today);
        TreeSet<LocalDate> expiries = new TreeSet<>();
        Stream.iterate(first, month -> month.plusMonths(1)).limit(MONTHS).forEach(month -> expiries.add(third(month)));
        Stream.iterate(first.plusYears(1).withMonth(1), month -> month.plusYears(1))
                .limit(JANUARIES)
                .forEach(month -> expiries.add(third(month)));
        return List.copyOf(expiries.tailSet(today, true));
    }

    /** The Fridays of eight weeks that are no third Fridays, from a day on. */
    static List<LocalDate> weekly(LocalDate today) {
        LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        return Stream.iterate(friday, day -> day.plusWeeks(1))
                .limit(WEEKS)
                .filter(day -> !isThirdFriday(day))
                .map(Expiries::tradingDay)
                .filter(day -> !day.isBefore(today))
                .toList();
    }

    /** Third Friday of a month, or the trading day before when that is a holiday. */
    static LocalDate third(YearMonth month) {
        return tradingDay(month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY)));
    }

    /** The 20th of the month before, or the trading day before that: close to what energy and metals do. */
    static LocalDate twentieth(YearMonth month) {
        return tradingDay(month.minusMonths(1).atDay(20));
    }

    private static boolean isThirdFriday(LocalDate friday) {
        return friday.getDayOfMonth() >= 15 && friday.getDayOfMonth() <= 21;
    }

    private static LocalDate tradingDay(LocalDate day) {
        LocalDate trading = day;
        while (CALENDAR.sessionOf(TradingHours.US_OPTIONS, trading).isEmpty()) {
            trading = trading.minusDays(1);
        }
        return trading;
    }
}
