package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.execution.bracket.LegResizes.Resize;
import com.quanticity.ibkr.execution.bracket.Repair.Step;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What our gate or the broker has refused of a bracket's legs, and when it may be asked for again. What is refused once is asked for again,
 * since protection depends on it, but ever more slowly: an answer of no would otherwise be asked for as fast as it is given. Pure.
 */
final class Refusals {

    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final List<ChildOrder> children;
    private final Map<ClientOrderId, String> roles;
    private final List<Resize> resizes;

    /**
     * @param children of the bracket, oldest first
     * @param resizes changes of size that were asked for, oldest first
     */
    Refusals(List<ChildOrder> children, Map<ClientOrderId, String> roles, List<Resize> resizes) {
        this.children = children;
        this.roles = roles;
        this.resizes = resizes;
    }

    /** Kinds of which the last answer was no. */
    Set<Leg.Kind> kinds() {
        Set<Leg.Kind> refused = EnumSet.noneOf(Leg.Kind.class);
        for (ChildOrder child : children) {
            Leg.Kind kind = Leg.Kind.ofRole(roles.get(id(child)));
            if (kind != null && isLive(child) && (child.wasCancelRefused() || changesInARow(child) > 0)) {
                refused.add(kind);
            }
        }
        for (Leg.Kind kind : Leg.Kind.values()) {
            if (ordersInARow(kind) > 0) {
                refused.add(kind);
            }
        }
        return refused;
    }

    /**
     * Whether a step may be taken now.
     *
     * @param patience how long the answer to a cancel may take
     */
    boolean allow(Step step, Duration patience, Instant now) {
        return switch (step) {
            case Step.Place place -> isOver(ordersInARow(place.kind()), lastOf(place.kind()), now);
            case Step.Resize resize ->
                isOver(changesInARow(resize.clientOrderId()), lastChangeOf(resize.clientOrderId()), now);
            case Step.Cancel cancel ->
                find(cancel.clientOrderId())
                        .map(child -> child.isCancelDue(FIRST_PAUSE, patience, now))
                        .orElse(true);
        };
    }

    private static boolean isOver(int refusals, @Nullable Instant last, Instant now) {
        return refusals == 0 || last == null || !now.isBefore(last.plus(pause(refusals)));
    }

    static Duration pause(int refusals) {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < refusals && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Orders of a kind that were refused one after the other; one whose answer is still to come is passed over. */
    private int ordersInARow(Leg.Kind kind) {
        int row = 0;
        for (ChildOrder child : legs(kind).reversed()) {
            OrderStatus status = child.snapshot().status();
            if (isRefused(child)) {
                row++;
            } else if (status != OrderStatus.STORED && status != OrderStatus.IN_FLIGHT) {
                return row;
            }
        }
        return row;
    }

    /** Changes of a leg that were refused one after the other; one whose answer is still to come is passed over. */
    private int changesInARow(ClientOrderId id) {
        return find(id).map(this::changesInARow).orElse(0);
    }

    private int changesInARow(ChildOrder child) {
        int row = 0;
        for (Resize resize : resizes.reversed()) {
            if (resize.clientOrderId().equals(id(child))) {
                if (child.hasChangeFailed(resize.modificationId())) {
                    row++;
                } else if (child.isChangeSettled(resize.modificationId()).orElse(false)) {
                    return row;
                }
            }
        }
        return row;
    }

    private @Nullable Instant lastOf(Leg.Kind kind) {
        List<ChildOrder> legs = legs(kind);
        return legs.isEmpty() ? null : legs.getLast().snapshot().createdAt();
    }

    private @Nullable Instant lastChangeOf(ClientOrderId id) {
        return resizes.reversed().stream()
                .filter(resize -> resize.clientOrderId().equals(id))
                .map(Resize::requestedAt)
                .findFirst()
                .orElse(null);
    }

    private List<ChildOrder> legs(Leg.Kind kind) {
        return children.stream()
                .filter(child -> Leg.Kind.ofRole(roles.get(id(child))) == kind)
                .toList();
    }

    private Optional<ChildOrder> find(ClientOrderId id) {
        return children.stream().filter(child -> id(child).equals(id)).findFirst();
    }

    private static boolean isRefused(ChildOrder child) {
        OrderStatus status = child.snapshot().status();
        return (status == OrderStatus.DENIED || status == OrderStatus.REJECTED)
                && child.snapshot().filledQuantity().signum() == 0;
    }

    private static boolean isLive(ChildOrder child) {
        return !child.snapshot().status().isTerminal();
    }

    private static ClientOrderId id(ChildOrder child) {
        return child.snapshot().order().clientOrderId();
    }
}
