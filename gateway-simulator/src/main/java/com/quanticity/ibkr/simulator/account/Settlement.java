package com.quanticity.ibkr.simulator.account;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** When a sale becomes money: one business day later. Source: SEC Rule 15c6-1 as in force since May 2024. */
final class Settlement {

    private Settlement() {}

    static LocalDate after(LocalDate trade) {
        LocalDate day = trade.plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
