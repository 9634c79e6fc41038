package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.gate.GateDecision;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderPreview;
import com.quanticity.ibkr.model.order.PreviewedOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a previewed group. It can be told when something is known of every order. Call with the book's monitor held.
 */
final class GroupPreview {

    /** A group is sent whole or not at all, so the worst that one of its orders meets is what the group meets. */
    private static final List<PreviewOutcome> WORST_FIRST =
            List.of(PreviewOutcome.DENIED, PreviewOutcome.REFUSED, PreviewOutcome.UNKNOWN);

    private final List<Order> orders;
    private final Map<ClientOrderId, PreviewedOrder> known = new HashMap<>();

    GroupPreview(OrderGroup group) {
        this.orders = group.orders();
    }

    void passed(ClientOrderId id) {
        know(id, PreviewOutcome.PASSED, null, "", "");
    }

    void denied(ClientOrderId id, GateDecision.Denied denied) {
        known.put(
                id,
                new PreviewedOrder(
                        id,
                        PreviewOutcome.DENIED,
                        null,
                        denied.reason().name(),
                        denied.message(),
                        denied.value(),
                        denied.limit()));
    }

    void allDenied(GateDecision.Denied denied) {
        orders.forEach(order -> denied(order.clientOrderId(), denied));
    }

    /** What the broker says, or that it says nothing. */
    void know(ClientOrderId id, PreviewOutcome outcome, @Nullable OrderPreview preview, String code, String reason) {
        known.put(id, new PreviewedOrder(id, outcome, preview, code, reason, "", ""));
    }

    boolean knows(ClientOrderId id) {
        return known.containsKey(id);
    }

    boolean isDenied() {
        return known.values().stream().anyMatch(member -> member.outcome() == PreviewOutcome.DENIED);
    }

    boolean isComplete() {
        return known.size() == orders.size();
    }

    OrderEvent.Previewed told(Instant now) {
        List<PreviewedOrder> members = orders.stream()
                .map(order -> Objects.requireNonNull(known.get(order.clientOrderId())))
                .toList();
        PreviewedOrder culprit = WORST_FIRST.stream()
                .flatMap(worst -> members.stream().filter(member -> member.outcome() == worst))
                .findFirst()
                .orElse(null);
        ClientOrderId id = orders.getFirst().clientOrderId();
        return culprit == null
                ? new OrderEvent.Previewed(id, PreviewOutcome.ANSWERED, only(members), "", "", "", "", members, now)
                : new OrderEvent.Previewed(
                        id,
                        culprit.outcome(),
                        null,
                        culprit.code(),
                        name(members.indexOf(culprit)) + ": " + culprit.reason(),
                        culprit.value(),
                        culprit.limit(),
                        members,
                        now);
    }

    /** The broker's figures when it was asked about one order only. */
    private static @Nullable OrderPreview only(List<PreviewedOrder> members) {
        List<OrderPreview> told = members.stream()
                .map(PreviewedOrder::preview)
                .filter(Objects::nonNull)
                .toList();
        return told.size() == 1 ? told.getFirst() : null;
    }

    private String name(int index) {
        Order order = orders.get(index);
        return "order " + (index + 1) + " of " + orders.size() + ", " + order.side() + " " + order.type();
    }
}
