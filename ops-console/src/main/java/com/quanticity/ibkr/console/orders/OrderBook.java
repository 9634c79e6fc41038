package com.quanticity.ibkr.console.orders;

import com.quanticity.ibkr.console.freshness.Expectation;
import com.quanticity.ibkr.console.freshness.Freshness;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

    private final TreeMap<ClientOrderId, OrderSnapshot> orders = new TreeMap<>();
    private long version;

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
            switch (shown(order, now)) {
                case WORKING, PARTIALLY_FILLED -> working++;
                case STORED, IN_FLIGHT -> inFlight++;
                case UNKNOWN -> unknown++;
                case FILLED, CANCELLED, REJECTED, DENIED -> {}
            }
        }
        return new Open(working, inFlight, unknown);
    }

    /** The status to show: an order in flight for too long is unknown. */
    public static OrderStatus shown(OrderSnapshot order, Instant now) {
        boolean silent = order.status() == OrderStatus.IN_FLIGHT
                && Expectation.IN_FLIGHT.of(order.updatedAt(), now) == Freshness.STALE;
        return silent ? OrderStatus.UNKNOWN : order.status();
    }

    public synchronized long version() {
        return version;
    }
}
