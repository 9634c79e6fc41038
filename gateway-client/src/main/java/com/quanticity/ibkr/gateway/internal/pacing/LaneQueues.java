package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What waits, lane by lane, oldest first. Not thread-safe. */
final class LaneQueues {

    private final Map<Lane, Deque<Waiting>> lanes = new EnumMap<>(Lane.class);

    LaneQueues() {
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new ArrayDeque<>());
        }
    }

    /** A request and since when it waits. */
    record Waiting(GatewayRequest request, long sinceNanos) {}

    void add(Lane lane, GatewayRequest request, long nowNanos) {
        queue(lane).addLast(new Waiting(request, nowNanos));
    }

    @Nullable Waiting first(Lane lane) {
        return queue(lane).peekFirst();
    }

    void removeFirst(Lane lane) {
        queue(lane).removeFirst();
    }

    int size(Lane lane) {
        return queue(lane).size();
    }

    int total() {
        int total = 0;
        for (Deque<Waiting> queue : lanes.values()) {
            total += queue.size();
        }
        return total;
    }

    /** Requests that leave before the next one of this lane does. */
    int ahead(Lane lane) {
        int ahead = 0;
        for (Lane earlier : Lane.values()) {
            if (earlier.compareTo(lane) <= 0) {
                ahead += size(earlier);
            }
        }
        return ahead;
    }

    long oldestWaitNanos(Lane lane, long nowNanos) {
        Waiting first = first(lane);
        return first == null ? 0 : nowNanos - first.sinceNanos();
    }

    /** Takes everything out, lane by lane. */
    List<GatewayRequest> clear() {
        List<GatewayRequest> all = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            all.addAll(remove(lane, _ -> true));
        }
        return all;
    }

    List<GatewayRequest> removeOrders() {
        return remove(Lane.ORDER, _ -> true);
    }

    /** Takes out the orders a cancel means. */
    List<GatewayRequest> removeOrdersMeantBy(GatewayRequest request) {
        return switch (request) {
            case OrderRequest.ReqGlobalCancel _ -> remove(Lane.ORDER, OrderRequest.PlaceOrder.class::isInstance);
            case OrderRequest.CancelOrder cancel -> remove(Lane.ORDER, waiting -> isMeant(cancel, waiting));
            default -> List.of();
        };
    }

    private static boolean isMeant(OrderRequest.CancelOrder cancel, GatewayRequest waiting) {
        return waiting instanceof OrderRequest.PlaceOrder order && order.orderId() == cancel.orderId();
    }

    private List<GatewayRequest> remove(Lane lane, Predicate<GatewayRequest> which) {
        List<GatewayRequest> removed = new ArrayList<>();
        queue(lane).removeIf(waiting -> {
            boolean taken = which.test(waiting.request());
            if (taken) {
                removed.add(waiting.request());
            }
            return taken;
        });
        return removed;
    }

    private Deque<Waiting> queue(Lane lane) {
        Deque<Waiting> queue = lanes.get(lane);
        if (queue == null) {
            throw new IllegalStateException("every lane has a queue");
        }
        return queue;
    }
}
