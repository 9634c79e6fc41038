package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.orders.OrderQueries;

/** Sends what a client hears right after START_API. */
final class StartAnnouncer {

    private static final String BROKEN =
            "Connectivity between Trader Workstation and server is broken. It will be restored automatically.";

    private final StartBurst burst;
    private final SessionDesk desk;
    private final OrderQueries orders;

    StartAnnouncer(StartBurst burst, SessionDesk desk, OrderQueries orders) {
        this.burst = burst;
        this.desk = desk;
        this.orders = orders;
    }

    /** Without a link to the broker 2110 takes the place of what there is to say of the farms. */
    void announce(Session session, boolean isBrokerLost) {
        for (StartBurst.Step step : burst.order()) {
            if (isBrokerLost && step == StartBurst.Step.NOTICES) {
                session.sendMessage(-1, 2110, BROKEN);
            } else {
                announce(session, step);
            }
        }
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
