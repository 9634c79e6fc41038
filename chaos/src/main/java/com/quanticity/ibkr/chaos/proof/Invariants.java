package com.quanticity.ibkr.chaos.proof;

import com.quanticity.ibkr.chaos.proof.Booked.BookedFill;
import com.quanticity.ibkr.chaos.proof.Booked.BookedOrder;
import com.quanticity.ibkr.chaos.proof.Booked.BookedParent;
import com.quanticity.ibkr.chaos.proof.Booked.Role;
import com.quanticity.ibkr.chaos.proof.Witnessed.Taken;
import com.quanticity.ibkr.chaos.proof.Witnessed.Traded;
import com.quanticity.ibkr.model.order.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One comparison of the platform's books with the broker's, over everything since both began. */
final class Invariants {

    private final Witnessed witnessed;
    private final Booked booked;
    private final List<Placed> placed;
    private final List<Violation> violations = new ArrayList<>();

    private Invariants(Witnessed witnessed, Booked booked, List<Placed> placed) {
        this.witnessed = witnessed;
        this.booked = booked;
        this.placed = placed;
    }

    /** @param placed what was answered */
    static List<Violation> check(Witnessed witnessed, Booked booked, List<Placed> placed) {
        Invariants invariants = new Invariants(witnessed, booked, placed);
        invariants.answered();
        invariants.parents();
        invariants.orders();
        invariants.ids();
        invariants.fills();
        invariants.positions("the engine", booked.positions());
        invariants.positions("the risk-manager", booked.brokerPositions());
        invariants.unhandled();
        return invariants.violations;
    }

    private void answered() {
        Map<String, List<BookedParent>> byKey =
                booked.parents().stream().collect(Collectors.groupingBy(BookedParent::idempotencyKey));
        Map<String, List<String>> orders = booked.orders().stream()
                .collect(Collectors.groupingBy(
                        BookedOrder::parentOrderId,
                        Collectors.mapping(BookedOrder::clientOrderId, Collectors.toList())));
        for (Placed each : placed) {
            List<BookedParent> ours = byKey.getOrDefault(each.key(), List.of());
            List<String> children =
                    ours.size() == 1 ? orders.getOrDefault(ours.getFirst().parentOrderId(), List.of()) : List.of();
            boolean isSame = each.kind() == Placed.Kind.ORDER
                    || ours.size() == 1 && ours.getFirst().parentOrderId().equals(each.id());
            boolean isWhole = each.kind() == Placed.Kind.ORDER || each.kind() == Placed.Kind.GROUP
                    ? Set.copyOf(children).equals(Set.copyOf(each.orders()))
                    : children.containsAll(each.orders());
            if (ours.size() != 1 || !isSame || !isWhole) {
                broken(Invariant.ORDER_NOT_LOST, each + " is booked as " + ours + " with orders " + children);
            }
        }
    }

    /** Brackets are judged by {@link Protection}. */
    private void parents() {
        Map<String, BigDecimal> filled = new HashMap<>();
        Map<String, String> parents = booked.orders().stream()
                .filter(order -> order.role() == Role.SLICE)
                .collect(Collectors.toMap(BookedOrder::clientOrderId, BookedOrder::parentOrderId));
        for (Taken order : witnessed.orders()) {
            String parent = parents.get(order.orderRef());
            if (parent != null) {
                filled.merge(parent, order.filled(), BigDecimal::add);
            }
        }
        for (BookedParent parent : booked.parents()) {
            BigDecimal real = filled.get(parent.parentOrderId());
            BigDecimal told = parent.filled();
            if (real != null && told != null) {
                if (real.compareTo(parent.quantity()) > 0 || real.compareTo(told) != 0) {
                    broken(Invariant.PARENT_WITHIN, parent + " filled " + real + " at the broker");
                }
            }
        }
    }

    private void orders() {
        Map<String, List<Taken>> taken = witnessed.orders().stream().collect(Collectors.groupingBy(Taken::orderRef));
        Set<String> ids =
                booked.orders().stream().map(BookedOrder::clientOrderId).collect(Collectors.toSet());
        taken.forEach((id, orders) -> {
            if (orders.size() > 1) {
                broken(Invariant.NO_ORDER_TWICE, id + " reached the broker as " + orders);
            }
            if (!ids.contains(id)) {
                broken(Invariant.NO_ORDER_TWICE, "the broker has an order nobody placed: " + orders);
            }
        });
        for (BookedOrder order : booked.orders()) {
            List<Taken> there = taken.getOrDefault(order.clientOrderId(), List.of());
            ends(order, there.isEmpty() ? null : there.getFirst());
        }
    }

    private void ends(BookedOrder order, @Nullable Taken taken) {
        BigDecimal filled = taken == null ? BigDecimal.ZERO : taken.filled();
        boolean alike = isAlike(order, taken)
                && order.filled().compareTo(filled) == 0
                && (order.status() != OrderStatus.FILLED || order.quantity().compareTo(filled) == 0);
        if (!alike) {
            broken(Invariant.ORDER_ENDS_ALIKE, "ledger " + order + ", broker " + (taken == null ? "nothing" : taken));
        }
    }

    private static boolean isAlike(BookedOrder order, @Nullable Taken taken) {
        if (taken == null) {
            return switch (order.status()) {
                // Killed between journal and wire: nobody can say more than that it is not there.
                case UNKNOWN, DENIED, CANCELLED, REJECTED -> true;
                // Live or filled without the broker, also any status still to come.
                default -> false;
            };
        }
        return switch (taken.status()) {
            case "Filled" -> order.status() == OrderStatus.FILLED;
            case "Cancelled", "ApiCancelled" -> order.status() == OrderStatus.CANCELLED;
            case "Inactive" -> order.status() == OrderStatus.CANCELLED || order.status() == OrderStatus.REJECTED;
            // Orders placed one by one are cancelled at the end of a run; a bracket's legs live on.
            default ->
                order.role() != Role.ORDER
                        && (order.status() == OrderStatus.WORKING || order.status() == OrderStatus.PARTIALLY_FILLED);
        };
    }

    private void ids() {
        repeated(witnessed.orders(), order -> order.clientId() + "/" + order.orderId(), "order id");
        repeated(witnessed.orders(), Taken::permId, "permanent id");
        if (witnessed.idsRefused() > 0) {
            broken(
                    Invariant.IDS_UNIQUE,
                    "the broker refused " + witnessed.idsRefused() + " orders for a used id (103)");
        }
    }

    private <T> void repeated(Collection<T> all, Function<T, Object> id, String name) {
        all.stream().collect(Collectors.groupingBy(id)).forEach((value, those) -> {
            if (those.size() > 1) {
                broken(Invariant.IDS_UNIQUE, name + " " + value + " names " + those);
            }
        });
    }

    private void fills() {
        Map<String, Traded> traded = new HashMap<>();
        witnessed.fills().forEach(fill -> traded.put(fill.execId(), fill));
        Map<String, List<BookedFill>> ours = booked.fills().stream().collect(Collectors.groupingBy(BookedFill::execId));
        Map<String, String> refs = new HashMap<>();
        witnessed.orders().forEach(order -> refs.put(order.clientId() + "/" + order.orderId(), order.orderRef()));

        traded.forEach((execId, fill) -> {
            if (!ours.containsKey(execId)) {
                broken(Invariant.NO_FILL_LOST, fill + " is not in the ledger");
            }
        });
        ours.forEach((execId, fills) -> {
            Traded fill = traded.get(execId);
            if (fill == null || fills.size() > 1) {
                broken(Invariant.NO_FILL_DOUBLED, fills + " in the ledger, at the broker " + fill);
            } else {
                equal(fill, fills.getFirst(), refs.getOrDefault(fill.clientId() + "/" + fill.orderId(), ""));
            }
        });
    }

    private void equal(Traded fill, BookedFill ours, String orderRef) {
        boolean equal = fill.quantity().compareTo(ours.quantity()) == 0
                && fill.price().compareTo(ours.price()) == 0
                && orderRef.equals(ours.clientOrderId())
                && ours.commission() != null
                && fill.commission().compareTo(ours.commission()) == 0;
        if (!equal) {
            broken(Invariant.FILL_EQUAL, "ledger " + ours + ", broker " + fill + " of order " + orderRef);
        }
    }

    private void positions(String who, Map<String, BigDecimal> theirs) {
        Set<String> symbols = new TreeSet<>(theirs.keySet());
        symbols.addAll(witnessed.positions().keySet());
        for (String symbol : symbols) {
            BigDecimal real = witnessed.positions().getOrDefault(symbol, BigDecimal.ZERO);
            BigDecimal believed = theirs.getOrDefault(symbol, BigDecimal.ZERO);
            if (real.compareTo(believed) != 0) {
                broken(Invariant.POSITION_EQUAL, who + " holds " + believed + " " + symbol + ", the broker " + real);
            }
        }
    }

    private void unhandled() {
        if (booked.unapplied() > 0) {
            broken(Invariant.NOTHING_UNHANDLED, booked.unapplied() + " events the engine could not apply");
        }
        booked.deadLetters().forEach(stream -> broken(Invariant.NOTHING_UNHANDLED, "messages in " + stream));
    }

    private void broken(Invariant invariant, String detail) {
        violations.add(new Violation(invariant, detail));
    }
}
