package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.algo.Child;
import com.quanticity.ibkr.execution.algo.ParentGraph;
import com.quanticity.ibkr.execution.algo.schedule.Conditions;
import com.quanticity.ibkr.execution.algo.schedule.SliceDecision;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.parent.PlanKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One decision about one parent, from what the ledger and the market say now. Pure: nothing is sent or stored here. */
final class Turn {

    /** Nothing but news changes a parent that waits for a fill or a person; this is for news that got lost. */
    private static final Duration REST = Duration.ofSeconds(10);

    /** A cancel without an answer is asked for again. */
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(30);

    private final Parent parent;
    private final List<ChildOrder> children;
    private final Sight sight;
    private final ParentProperties rules;
    private final Instant now;
    private final ParentGraph graph;

    private Turn(Parent parent, List<ChildOrder> children, Sight sight, ParentProperties rules, Instant now) {
        this.parent = parent;
        this.children = children;
        this.sight = sight;
        this.rules = rules;
        this.now = now;
        this.graph = graph(parent, children);
    }

    /**
     * What is seen of the market.
     *
     * @param volume what the market traded in the window, null while it is not known
     */
    record Sight(Conditions conditions, @Nullable BigDecimal volume) {}

    /**
     * What to do.
     *
     * @param parent as it is from now on, children not rolled up
     * @param cancels children to cancel, first
     * @param send quantity of a child to place, null when none
     * @param next when to decide again, unless news come before
     */
    record Outcome(
            Parent parent,
            List<ClientOrderId> cancels,
            @Nullable BigDecimal send,
            Instant next) {}

    static Outcome decide(Parent parent, List<ChildOrder> children, Sight sight, ParentProperties rules, Instant now) {
        return new Turn(parent, children, sight, rules, now).decide();
    }

    /** The parent's children as algorithms see them. */
    static ParentGraph graph(Parent parent, List<ChildOrder> children) {
        Map<ClientOrderId, Child> known = new LinkedHashMap<>();
        for (ChildOrder child : children) {
            OrderSnapshot order = child.snapshot();
            ClientOrderId id = order.order().clientOrderId();
            known.put(
                    id,
                    new Child(
                            id,
                            order.order().quantity(),
                            order.status(),
                            order.filledQuantity(),
                            order.averagePrice(),
                            order.version()));
        }
        return new ParentGraph(parent.parentOrderId(), parent.terms().quantity(), parent.endRequested(), known);
    }

    private Outcome decide() {
        if (parent.endRequested() || graph.excess().signum() > 0) {
            return outcome(parent, uncancelled(), null, now.plus(REST));
        }
        if (parent.isHeld()) {
            return outcome(parent, impatient(), null, now.plus(REST));
        }
        String refused = refusedInARow();
        if (refused != null) {
            return outcome(parent.held(refused), impatient(), null, now.plus(REST));
        }
        return switch (parent.terms().slicer().decide(graph.progress(sight.volume()), sight.conditions(), now)) {
            case SliceDecision.Send(BigDecimal quantity) -> send(quantity);
            case SliceDecision.Wait(Instant until) ->
                outcome(parent.remarking(""), impatient(), null, until == null ? now.plus(REST) : look(until));
            case SliceDecision.Paused(SliceDecision.PauseReason reason) ->
                outcome(parent.remarking(text(reason)), impatient(), null, now.plus(rules.look()));
            case SliceDecision.Stopped(SliceDecision.StopReason reason) -> stopped(reason);
        };
    }

    private Outcome send(BigDecimal quantity) {
        Instant earliest = children.isEmpty()
                ? now
                : children.getLast().snapshot().createdAt().plus(rules.childPause());
        return now.isBefore(earliest)
                ? outcome(parent, impatient(), null, earliest)
                : outcome(parent.remarking(""), impatient(), quantity, now.plus(rules.childPause()));
    }

    private Outcome stopped(SliceDecision.StopReason reason) {
        return switch (reason) {
            case COMPLETE -> outcome(parent.remarking(""), uncancelled(), null, now.plus(REST));
            case WINDOW_OVER -> outcome(parent.ending("its window is over"), uncancelled(), null, now.plus(REST));
            case HALTED ->
                outcome(
                        parent.ending("trading was halted; submit a new parent to go on"),
                        uncancelled(),
                        null,
                        now.plus(REST));
        };
    }

    private Outcome outcome(Parent changed, List<ClientOrderId> cancels, @Nullable BigDecimal quantity, Instant next) {
        Instant patience = endOfPatience();
        return new Outcome(changed, cancels, quantity, patience != null && patience.isBefore(next) ? patience : next);
    }

    /** Plans that follow the market are asked more often than time alone would need. */
    private Instant look(Instant until) {
        PlanKind kind = parent.terms().plan().kind();
        Instant soon = now.plus(rules.look());
        return (kind == PlanKind.POV || kind == PlanKind.VWAP) && soon.isBefore(until) ? soon : until;
    }

    private List<ClientOrderId> uncancelled() {
        return ids(cancellable());
    }

    private List<ClientOrderId> impatient() {
        Duration patience = parent.terms().children().patience();
        return patience == null
                ? List.of()
                : ids(cancellable()
                        .filter(child ->
                                !child.snapshot().createdAt().plus(patience).isAfter(now)));
    }

    private @Nullable Instant endOfPatience() {
        Duration patience = parent.terms().children().patience();
        return patience == null
                ? null
                : cancellable()
                        .map(child -> child.snapshot().createdAt().plus(patience))
                        .filter(end -> end.isAfter(now))
                        .min(Instant::compareTo)
                        .orElse(null);
    }

    private Stream<ChildOrder> cancellable() {
        return live().filter(child -> child.isCancelDue(REST, CANCEL_PATIENCE, now));
    }

    private Stream<ChildOrder> live() {
        return children.stream().filter(child -> !child.snapshot().status().isTerminal());
    }

    /** What is refused again and again would be refused for ever, and looks like a runaway to everybody else. */
    private @Nullable String refusedInARow() {
        int row = 0;
        for (ChildOrder child : children.reversed()) {
            OrderStatus status = child.snapshot().status();
            boolean refused = (status == OrderStatus.DENIED || status == OrderStatus.REJECTED)
                    && child.snapshot().filledQuantity().signum() == 0;
            if (!refused || isReleased(child)) {
                return null;
            }
            if (++row == rules.refusals()) {
                OrderSnapshot last = children.getLast().snapshot();
                return row + " children in a row were refused, the last with " + last.reasonCode()
                        + "; mend the cause and release the parent";
            }
        }
        return null;
    }

    /** A person has looked since. */
    private boolean isReleased(ChildOrder child) {
        Instant released = parent.releasedAt();
        return released != null && child.snapshot().createdAt().isBefore(released);
    }

    private static List<ClientOrderId> ids(Stream<ChildOrder> children) {
        List<ClientOrderId> ids = new ArrayList<>();
        children.forEach(child -> ids.add(child.snapshot().order().clientOrderId()));
        return ids;
    }

    private static String text(SliceDecision.PauseReason reason) {
        return switch (Objects.requireNonNull(reason)) {
            case MARKET_NOT_LIVE -> "paused: level 1 is not live";
            case VOLUME_UNKNOWN ->
                "paused: no trade of the window was seen; subscribe to tick-by-tick trades of the symbol at the"
                        + " adapter";
            case TRADING_STATE_UNKNOWN -> "paused: the trading state is not known; check the risk-manager";
            case REDUCING -> "paused: trading is REDUCING";
        };
    }
}
