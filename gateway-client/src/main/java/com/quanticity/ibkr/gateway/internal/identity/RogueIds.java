package com.quanticity.ibkr.gateway.internal.identity;

import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Client ids that trade and are not in the client-id table. Orders typed into TWS have id 0 or less. Thread-safe. */
public final class RogueIds {

    private final boolean manualOrders;
    private final Set<Integer> seen = ConcurrentHashMap.newKeySet();

    /** @param manualOrders true when orders typed into TWS are expected */
    public RogueIds(boolean manualOrders) {
        this.manualOrders = manualOrders;
    }

    /** True for the first sighting of an id that nobody may use. */
    public boolean isNew(int clientId) {
        return !isExpected(clientId) && seen.add(clientId);
    }

    /** How many such ids were seen since the start. */
    public int count() {
        return seen.size();
    }

    private boolean isExpected(int clientId) {
        return clientId <= 0
                ? manualOrders
                : ClientIdOwner.of(ClientId.of(clientId)).isPresent();
    }
}
