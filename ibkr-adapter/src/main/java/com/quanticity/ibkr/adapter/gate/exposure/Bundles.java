package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.model.order.ClientOrderId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Working orders by the bundle they are in, so that a bundle is not looked for among thousands of orders. Not thread-safe. */
final class Bundles {

    private final Map<Bundle, Map<ClientOrderId, Working>> members = new HashMap<>();

    /** Does nothing for an order that is in none. */
    void add(Working order) {
        Bundle bundle = order.bundle();
        if (bundle != null) {
            members.computeIfAbsent(bundle, any -> new LinkedHashMap<>()).put(order.id(), order);
        }
    }

    void remove(Working order) {
        Bundle bundle = order.bundle();
        if (bundle != null) {
            members.computeIfPresent(bundle, (any, its) -> {
                its.remove(order.id());
                return its.isEmpty() ? null : its;
            });
        }
    }

    /** The member with the largest remaining quantity, of equal ones the oldest; null when there is none. */
    @Nullable Working largest(Bundle bundle, @Nullable ClientOrderId leftOut) {
        Working largest = null;
        for (Working order : members.getOrDefault(bundle, Map.of()).values()) {
            boolean isLarger = largest == null || order.remaining().compareTo(largest.remaining()) > 0;
            if (isLarger && !order.id().equals(leftOut)) {
                largest = order;
            }
        }
        return largest;
    }
}
