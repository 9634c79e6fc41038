package com.quanticity.ibkr.console.orders;

import com.quanticity.ibkr.console.freshness.Expectation;
import com.quanticity.ibkr.console.freshness.Freshness;
import com.quanticity.ibkr.console.sessions.SessionBook;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The newest orders as our ledger holds them, bounded; orders that can still happen are never dropped for finished ones. Thread-safe. */
public final class OrderBook {

    private static final int KEPT = 500;

    /**
     * How many orders can still happen.
     *
     * @param working live at the broker
     * @param inFlight stored or sent, not acknowledged
     * @param unknown outcome not known, silence after sending included
     */
    public record Open(int working, int inFlight, int unknown) {}

    /**
     * A status as it is shown.
     *
     * @param why what makes it differ from the ledger's, empty when it does not
     */
    record Shown(OrderStatus status, String why) {}

    private final SessionBook sessions;
    private final TreeMap<ClientOrderId, OrderSnapshot> orders = new TreeMap<>();
    private long version;

    public OrderBook(SessionBook sessions) {
        this.sessions = sessions;
    }

    /** Takes a snapshot; one with a lower version than the last changes nothing. */
    public synchronized void onOrder(OrderSnapshot snapshot) {
        ClientOrderId id = snapshot.order().clientOrderId();
        OrderSnapshot before = orders.get(id);
        if (before != null && before.version() >= snapshot.version()) {
            return;
        }
        orders.put(id, snapshot);
        if (orders.size() > KEPT) {
            dropOldestFinished();
        }
        version++;
    }

    private void dropOldestFinished() {
        for (Iterator<OrderSnapshot> oldest = orders.values().iterator(); oldest.hasNext(); ) {
            if (oldest.next().status().isTerminal()) {
                oldest.remove();
                return;
            }
        }
    }

    /** Newest first. */
    public synchronized List<OrderSnapshot> newest() {
        return new ArrayList<>(orders.descendingMap().values());
    }

    public synchronized Open open(Instant now) {
        int working = 0;
        int inFlight = 0;
        int unknown = 0;
        for (OrderSnapshot order : orders.values()) {
            switch (shown(order, now).status()) {
                case WORKING, PARTIALLY_FILLED, PENDING_MODIFY, PENDING_CANCEL -> working++;
                case STORED, IN_FLIGHT -> inFlight++;
                case UNKNOWN -> unknown++;
                case FILLED, CANCELLED, REJECTED, DENIED -> {}
            }
        }
        return new Open(working, inFlight, unknown);
    }

    /** The status to show: what nobody can know any more is unknown. */
    Shown shown(OrderSnapshot order, Instant now) {
        OrderStatus status = order.status();
        if (status.isTerminal() || status == OrderStatus.UNKNOWN) {
            return new Shown(status, "");
        }
        if (status == OrderStatus.IN_FLIGHT && Expectation.IN_FLIGHT.of(order.updatedAt(), now) == Freshness.STALE) {
            return new Shown(OrderStatus.UNKNOWN, "no acknowledgement since it was sent");
        }
        ClientId clientId = order.clientId();
        return clientId == null
                ? new Shown(status, "")
                : sessions.loss(clientId, now)
                        .map(loss -> new Shown(OrderStatus.UNKNOWN, "was " + words(status) + "; " + loss))
                        .orElseGet(() -> new Shown(status, ""));
    }

    static String words(OrderStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public synchronized long version() {
        return version + sessions.version();
    }
}
