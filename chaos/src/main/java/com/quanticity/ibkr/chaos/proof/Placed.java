package com.quanticity.ibkr.chaos.proof;

import java.util.List;

/**
 * What the platform answered.
 *
 * @param key idempotency key of the request
 * @param kind what was asked for
 * @param id the order's client order id, otherwise that of the group, bracket or parent
 * @param orders client order ids that were answered, empty for a parent
 */
public record Placed(String key, Kind kind, String id, List<String> orders) {

    public Placed {
        orders = List.copyOf(orders);
    }

    /** What can be asked for. */
    public enum Kind {
        ORDER,
        GROUP,
        BRACKET,
        PARENT
    }
}
