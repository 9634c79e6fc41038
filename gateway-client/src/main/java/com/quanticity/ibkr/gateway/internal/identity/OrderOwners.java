package com.quanticity.ibkr.gateway.internal.identity;

import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.order.OrderIdentity;
import com.quanticity.ibkr.model.session.ClientId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which client id placed which order. Order numbers are counted by each client id on its own, so the same number can be one
 * order of ours and another of somebody else; the account-wide number is one order only. Remembers the newest {@value #MOST} of each
 * kind, so that an own order may be unknown: good for a warning, never for a refusal. Thread-safe.
 */
public final class OrderOwners {

    private static final int MOST = 20_000;

    private final int own;
    private final Map<Integer, Boolean> ownOrders = new Newest<>();
    private final Map<Integer, Integer> foreignOrders = new Newest<>();
    private final Map<Long, Integer> byPermId = new Newest<>();

    public OrderOwners(ClientId own) {
        this.own = own.value();
    }

    private static final class Newest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    /** An order has left under our own id. */
    public synchronized void sent(int orderId) {
        ownOrders.put(orderId, true);
    }

    /** Takes in what an event says; empty when it says nothing about a client id, else the id. */
    public Optional<Integer> seen(TradingEvent event) {
        return switch (event) {
            case TradingEvent.OpenOrder open ->
                seen(open.orderId(), open.order().identity());
            case TradingEvent.OrderStatus status -> seen(status.orderId(), status.clientId(), status.permId());
            case TradingEvent.ExecDetails details ->
                seen(
                        details.execution().orderId(),
                        details.execution().clientId(),
                        details.execution().permId());
            case TradingEvent.OrderBound bound -> seen(bound.orderId(), bound.clientId(), bound.permId());
            // Completed orders and the rest carry no client id.
            default -> Optional.empty();
        };
    }

    /** The other client id that placed the order of this number; empty when it is ours, or ours as well, or not known. */
    public synchronized Optional<Integer> foreignOwner(int orderId) {
        return ownOrders.containsKey(orderId) ? Optional.empty() : Optional.ofNullable(foreignOrders.get(orderId));
    }

    /** The client id that placed the order of this account-wide number; 0 or less is TWS itself. */
    public synchronized Optional<Integer> owner(long permId) {
        return Optional.ofNullable(byPermId.get(permId));
    }

    private Optional<Integer> seen(int orderId, OrderIdentity identity) {
        return seen(orderId, identity.clientId(), identity.permId());
    }

    private synchronized Optional<Integer> seen(int orderId, int clientId, @Nullable Long permId) {
        if (clientId == own) {
            ownOrders.put(orderId, true);
        } else {
            foreignOrders.put(orderId, clientId);
        }
        if (permId != null) {
            byPermId.put(permId, clientId);
        }
        return Optional.of(clientId);
    }
}
