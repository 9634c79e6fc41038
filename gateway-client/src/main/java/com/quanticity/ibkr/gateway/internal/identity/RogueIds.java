package com.quanticity.ibkr.gateway.internal.identity;

import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Client ids that trade and are not in the client-id table. Orders typed into TWS have id 0 or less. Thread-safe. */
public final class RogueIds {

    private final boolean manualOrders;
    private final Map<Integer, Long> lastSeen = new ConcurrentHashMap<>();

    /** @param manualOrders true when orders typed into TWS are expected */
    public RogueIds(boolean manualOrders) {
        this.manualOrders = manualOrders;
    }

    /** True for the first sighting of an id that nobody may use, or the first after it was forgotten. */
    public boolean isNew(int clientId, long nowNanos) {
        return !isExpected(clientId) && lastSeen.put(clientId, nowNanos) == null;
    }

    /** Forgets an id that was not seen for so long; the result is how long that still takes, zero when it is forgotten. */
    public Duration forgetAfter(Duration quiet, int clientId, long nowNanos) {
        Long seen = lastSeen.get(clientId);
        if (seen == null) {
            return Duration.ZERO;
        }
        Duration left = quiet.minusNanos(nowNanos - seen);
        if (left.isPositive()) {
            return left;
        }
        lastSeen.remove(clientId);
        return Duration.ZERO;
    }

    /** How many such ids are seen and not forgotten. */
    public int count() {
        return lastSeen.size();
    }

    /** True for ids of the table, and for those of TWS when orders typed there are expected. */
    public boolean isExpected(int clientId) {
        return clientId <= 0
                ? manualOrders
                : ClientIdOwner.of(ClientId.of(clientId)).isPresent();
    }
}
