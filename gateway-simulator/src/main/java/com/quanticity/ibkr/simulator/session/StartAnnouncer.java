package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.orders.OrderQueries;

/** Sends what a client hears right after START_API. */
final class StartAnnouncer {

    private final StartBurst burst;
    private final SessionDesk desk;
    private final OrderQueries orders;

    StartAnnouncer(StartBurst burst, SessionDesk desk, OrderQueries orders) {
        this.burst = burst;
        this.desk = desk;
        this.orders = orders;
    }

    void announce(Session session) {
        burst.order().forEach(step -> announce(session, step));
    }

    private void announce(Session session, StartBurst.Step step) {
        switch (step) {
            case MANAGED_ACCOUNTS -> desk.sendAccounts(session);
            case NEXT_VALID_ID -> desk.sendNextValidId(session);
            case NOTICES -> burst.notices().forEach(notice -> session.sendMessage(-1, notice.code(), notice.text()));
            case OPEN_ORDERS -> orders.openOrders(session);
        }
    }
}
