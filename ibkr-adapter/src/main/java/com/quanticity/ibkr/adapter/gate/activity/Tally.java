package com.quanticity.ibkr.adapter.gate.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Messages and trades of one scope: lately and on the present day, UTC. */
final class Tally {

    final RecentTimes submits = new RecentTimes();
    final RecentTimes changes = new RecentTimes();
    private LocalDate day = LocalDate.MIN;
    private int messages;
    private int executions;
    private int tradedOrders;

    void onMessage(Instant at) {
        if (isToday(at)) {
            messages++;
        }
    }

    void onExecution(Instant at, boolean firstOfOrder) {
        if (isToday(at)) {
            executions++;
            tradedOrders += firstOfOrder ? 1 : 0;
        }
    }

    DayCount today(Instant now) {
        return isToday(now) ? new DayCount(messages, executions, tradedOrders) : DayCount.NONE;
    }

    /** A new day starts from nothing; what is late from the day before does not count. */
    private boolean isToday(Instant at) {
        LocalDate date = at.atZone(ZoneOffset.UTC).toLocalDate();
        if (date.isAfter(day)) {
            day = date;
            messages = 0;
            executions = 0;
            tradedOrders = 0;
        }
        return date.equals(day);
    }
}
