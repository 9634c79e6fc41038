package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.execution.bracket.LegResizes.Resize;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.parent.BracketRollUp;
import com.quanticity.ibkr.execution.parent.Parent;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the orders of a bracket to what is known of it. Pure. */
final class Standings {

    private Standings() {}

    /**
     * What is known now.
     *
     * @param resizes changes of size that were asked for, oldest first
     * @param patience an order, change or cancel that is not answered for so long is not known to be on its way any more
     */
    static Standing of(
            Parent parent,
            List<ChildOrder> children,
            Map<ClientOrderId, String> roles,
            List<Resize> resizes,
            boolean connected,
            Duration patience,
            Instant now) {
        BracketRollUp roll = BracketRollUp.of(children, roles);
        Map<ClientOrderId, Resize> last = new HashMap<>();
        resizes.forEach(resize -> last.put(resize.clientOrderId(), resize));
        List<Leg> legs = new ArrayList<>();
        for (ChildOrder child : children) {
            ClientOrderId id = child.snapshot().order().clientOrderId();
            Leg.Kind kind = Leg.Kind.ofRole(roles.get(id));
            if (kind != null && !child.snapshot().status().isTerminal()) {
                legs.add(leg(child, kind, last.get(id), patience, now));
            }
        }
        return new Standing(
                roll.entered(),
                roll.entryOpen(),
                true,
                roll.exited(),
                Objects.requireNonNull(parent.terms().bracket()).targetPrice() != null,
                connected,
                new Refusals(children, roles, resizes).kinds(),
                legs);
    }

    private static Leg leg(ChildOrder child, Leg.Kind kind, @Nullable Resize resize, Duration patience, Instant now) {
        OrderSnapshot order = child.snapshot();
        Leg.Proof proof = proof(child, patience, now);
        boolean changing = resize != null
                && !child.isChangeSettled(resize.modificationId()).orElse(false);
        if (resize == null || !changing) {
            return new Leg(
                    order.order().clientOrderId(),
                    kind,
                    open(order, order.order().quantity()),
                    proof);
        }
        Leg.Proof change = proof(resize.requestedAt(), patience, now);
        BigDecimal open = open(order, order.order().quantity().max(resize.quantity()));
        boolean lives = proof == Leg.Proof.CONFIRMED || order.status() == OrderStatus.PENDING_MODIFY;
        return new Leg(
                order.order().clientOrderId(),
                kind,
                open,
                lives ? open(order, order.order().quantity().min(resize.quantity())) : BigDecimal.ZERO,
                change.compareTo(proof) > 0 ? change : proof);
    }

    private static BigDecimal open(OrderSnapshot order, BigDecimal quantity) {
        return quantity.subtract(order.filledQuantity()).max(BigDecimal.ZERO);
    }

    private static Leg.Proof proof(ChildOrder child, Duration patience, Instant now) {
        OrderStatus status = child.snapshot().status();
        return switch (status) {
            case WORKING, PARTIALLY_FILLED, STORED, IN_FLIGHT, PENDING_MODIFY, PENDING_CANCEL ->
                proof(child.unansweredSince(), patience, now);
            case UNKNOWN -> Leg.Proof.UNKNOWN;
            case FILLED, CANCELLED, REJECTED, DENIED ->
                throw new IllegalArgumentException("an order that is " + status + " is no leg");
        };
    }

    private static Leg.Proof proof(@Nullable Instant unansweredSince, Duration patience, Instant now) {
        if (unansweredSince == null) {
            return Leg.Proof.CONFIRMED;
        }
        return unansweredSince.plus(patience).isBefore(now) ? Leg.Proof.UNKNOWN : Leg.Proof.PENDING;
    }
}
