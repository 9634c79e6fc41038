package com.quanticity.ibkr.execution.algo;

import com.quanticity.ibkr.execution.algo.schedule.Progress;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.parent.ParentState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parent with its children. What is filled and what may still be filled never pass the target by anything that is sent from here: a
 * child counts whole from its admission until the ledger has proof of its end, and gives back only what then was not filled. Executions
 * that come after a proven end can still pass the target when the quantity was sent again; {@link #excess()} tells by how much.
 *
 * @param parentOrderId its id
 * @param target what shall be traded in all, above zero
 * @param endRequested somebody or something wants it to end: nothing is sent any more
 * @param children by id, in the order of admission
 */
public record ParentGraph(
        String parentOrderId, BigDecimal target, boolean endRequested, Map<ClientOrderId, Child> children) {

    private static final int PRICE_DECIMALS = 12;

    public ParentGraph {
        if (target.signum() <= 0) {
            throw new IllegalArgumentException(
                    "parent " + parentOrderId + " needs a quantity above zero, was " + target.toPlainString());
        }
        children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
    }

    /** A new parent without children. */
    public static ParentGraph of(String parentOrderId, BigDecimal target) {
        return new ParentGraph(parentOrderId, target, false, Map.of());
    }

    /** Asks whether a child may be sent. */
    public Admission admit(ClientOrderId clientOrderId, BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("a child needs a quantity above zero, was " + quantity.toPlainString());
        }
        if (children.containsKey(clientOrderId)) {
            return refused(Admission.Reason.ALREADY_SENT, "child " + clientOrderId + " was sent before; take a new id");
        }
        if (endRequested || state().isTerminal()) {
            return refused(
                    Admission.Reason.PARENT_ENDING,
                    "parent " + parentOrderId + " is ending; submit a new parent to go on");
        }
        if (quantity.compareTo(remaining()) > 0) {
            return refused(
                    Admission.Reason.ABOVE_TARGET,
                    "parent " + parentOrderId + " has " + remaining().toPlainString() + " left to send, not "
                            + quantity.toPlainString() + "; send less or wait until children have ended");
        }
        return new Admission.Admitted(with(Child.sent(clientOrderId, quantity)));
    }

    /** Takes news of a child from the ledger. Repeated and overtaken news, and news of others' orders, change nothing. */
    public ParentGraph learn(OrderSnapshot news) {
        Child child = children.get(news.order().clientOrderId());
        if (child == null || news.version() <= child.version()) {
            return this;
        }
        return with(new Child(
                child.clientOrderId(),
                child.quantity(),
                news.status(),
                news.filledQuantity(),
                news.averagePrice(),
                news.version()));
    }

    /** Nothing is sent from now on; the children of {@link #live()} are to be cancelled. */
    public ParentGraph requestEnd() {
        return new ParentGraph(parentOrderId, target, true, children);
    }

    public ParentState state() {
        boolean ended = live().isEmpty();
        if (ended && filled().compareTo(target) >= 0) {
            return ParentState.FILLED;
        }
        if (endRequested) {
            return ended ? ParentState.CANCELLED : ParentState.CANCELLING;
        }
        return children.isEmpty() ? ParentState.STORED : ParentState.WORKING;
    }

    /** Children without proof of their end, unknown ones included: whom a cancel goes to. */
    public List<Child> live() {
        return children.values().stream().filter(child -> !child.isEnded()).toList();
    }

    /** Children whose outcome cannot be known yet; they keep the parent open. */
    public List<Child> unknown() {
        return children.values().stream()
                .filter(child -> child.status() == OrderStatus.UNKNOWN)
                .toList();
    }

    /** Filled by all children. */
    public BigDecimal filled() {
        return sum(children.values(), Child::filled);
    }

    /** What may still be filled by children that were sent. */
    public BigDecimal open() {
        return sum(children.values(), Child::open);
    }

    /** What may still be sent; zero when a late execution left nothing. */
    public BigDecimal remaining() {
        return target.subtract(committed()).max(BigDecimal.ZERO);
    }

    /**
     * By how much filled and open pass the target, after executions that the broker reported late; zero otherwise. Nothing is sent while it
     * is above zero, and live children should be cancelled.
     */
    public BigDecimal excess() {
        return committed().subtract(target).max(BigDecimal.ZERO);
    }

    /** Average price of all fills, weighted by quantity, to {@value #PRICE_DECIMALS} decimals; null when there is none. */
    public @Nullable BigDecimal averagePrice() {
        BigDecimal filled = filled();
        return filled.signum() == 0
                ? null
                : sum(children.values(), ParentGraph::money).divide(filled, PRICE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** What a schedule asks for. */
    public Progress progress(@Nullable BigDecimal observedVolume) {
        return new Progress(target, filled(), open(), observedVolume);
    }

    private BigDecimal committed() {
        return filled().add(open());
    }

    private ParentGraph with(Child child) {
        Map<ClientOrderId, Child> changed = new LinkedHashMap<>(children);
        changed.put(child.clientOrderId(), child);
        return new ParentGraph(parentOrderId, target, endRequested, changed);
    }

    private static BigDecimal money(Child child) {
        BigDecimal price = child.averagePrice();
        return price == null ? BigDecimal.ZERO : price.multiply(child.filled());
    }

    private static BigDecimal sum(Collection<Child> children, Function<Child, BigDecimal> figure) {
        return children.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Admission refused(Admission.Reason reason, String detail) {
        return new Admission.Refused(reason, detail);
    }
}
