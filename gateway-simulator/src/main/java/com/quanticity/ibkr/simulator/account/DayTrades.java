package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts round trips within a day, over five business days.
 *
 * <p>Source: FINRA Rule 4210(f)(8): a fourth day trade makes a pattern day trader, who needs 25,000 of equity.
 */
final class DayTrades {

    static final int ALLOWED = 3;
    static final BigDecimal PATTERN_EQUITY = BigDecimal.valueOf(25_000);

    private static final int BUSINESS_DAYS = 5;

    private final Map<Integer, BigDecimal> openedToday = new HashMap<>();
    private final TreeMap<LocalDate, Integer> counts = new TreeMap<>();

    /** Takes in a trade: what closes shares opened on the same day is a day trade. */
    void onTrade(int conId, BigDecimal held, BigDecimal signed, LocalDate today) {
        BigDecimal opened = openedToday.getOrDefault(conId, BigDecimal.ZERO);
        boolean isClosing = held.signum() != 0 && held.signum() != signed.signum();
        if (isClosing && opened.signum() == held.signum()) {
            counts.merge(today, 1, Integer::sum);
            openedToday.remove(conId);
        }
        BigDecimal opening = isClosing ? held.add(signed) : signed;
        if (!isClosing || opening.signum() == signed.signum()) {
            openedToday.merge(conId, opening, BigDecimal::add);
        }
    }

    void startDay(LocalDate today) {
        openedToday.clear();
        counts.headMap(minusBusinessDays(today), false).clear();
    }

    /** Day trades that may still be made; -1 for any number. */
    int remaining(BigDecimal equity) {
        int made = counts.values().stream().mapToInt(Integer::intValue).sum();
        return equity.compareTo(PATTERN_EQUITY) >= 0 ? -1 : Math.max(0, ALLOWED - made);
    }

    private static LocalDate minusBusinessDays(LocalDate day) {
        LocalDate earlier = day;
        for (int i = 1; i < BUSINESS_DAYS; i++) {
            earlier = previousBusinessDay(earlier);
        }
        return earlier;
    }

    private static LocalDate previousBusinessDay(LocalDate day) {
        LocalDate earlier = day.minusDays(1);
        while (earlier.getDayOfWeek() == DayOfWeek.SATURDAY || earlier.getDayOfWeek() == DayOfWeek.SUNDAY) {
            earlier = earlier.minusDays(1);
        }
        return earlier;
    }
}
