package com.quanticity.ibkr.simulator.matching;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hands out the numbers that must never come twice: order ids for each client id, perm ids and execution ids.
 *
 * <p>Perm and execution ids hold the second of the start, so that they stay unique over restarts without saved state.
 */
public final class OrderNumbers {

    /** Room for so many orders in a run before two runs could meet. */
    private static final long ORDERS_A_RUN = 100_000;

    private final Map<Integer, Integer> highestOrderId = new TreeMap<>();
    private final long startSecond;
    private long lastPermId;
    private long executions;

    public OrderNumbers(Instant start) {
        this.startSecond = start.getEpochSecond();
        this.lastPermId = startSecond * ORDERS_A_RUN;
    }

    /** The lowest order id this client may use next; the highest there is once that was used. */
    public int nextValidId(int clientId) {
        int highest = highestOrderId.getOrDefault(clientId, 0);
        return highest == Integer.MAX_VALUE ? highest : highest + 1;
    }

    public boolean isUsed(OrderKey key) {
        return key.orderId() <= highestOrderId.getOrDefault(key.clientId(), 0);
    }

    public void use(OrderKey key) {
        highestOrderId.merge(key.clientId(), key.orderId(), Math::max);
    }

    public long nextPermId() {
        return ++lastPermId;
    }

    public String nextExecId() {
        return "%08x.%08x.01.01".formatted(startSecond, ++executions);
    }

    /** The highest order id used by each client id. */
    public Map<Integer, Integer> highestOrderIds() {
        return Map.copyOf(highestOrderId);
    }

    public long lastPermId() {
        return lastPermId;
    }

    /** Every client's next id is this one again, used or not. */
    public void rollBack(int nextOrderId) {
        highestOrderId.replaceAll((clientId, highest) -> Math.min(highest, nextOrderId - 1));
    }

    /** Goes on above what an earlier run handed out. */
    public void restore(Map<Integer, Integer> orderIds, long permId) {
        orderIds.forEach((clientId, orderId) -> highestOrderId.merge(clientId, orderId, Math::max));
        lastPermId = Math.max(lastPermId, permId);
    }
}
