package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.algo.ParentGraph;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.parent.ParentSnapshot;
import com.quanticity.ibkr.model.parent.ParentState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parent with the roll-up of its children.
 *
 * @param heldBecause why a person must release it before more is sent, empty when it is not held
 * @param releasedAt when a person last released it, null when never
 * @param endBecause why it ends or has ended early, empty when nobody asked for that
 * @param remark why nothing is sent for now, or why it ended
 * @param filled by all children
 * @param open what children may still fill
 * @param averagePrice of all fills, null when there is none
 * @param children number of children
 * @param version grows by one with each change
 */
public record Parent(
        String parentOrderId,
        ParentTerms terms,
        String heldBecause,
        @Nullable Instant releasedAt,
        String endBecause,
        String remark,
        ParentState state,
        BigDecimal filled,
        BigDecimal open,
        @Nullable BigDecimal averagePrice,
        int children,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public static Parent stored(String parentOrderId, ParentTerms terms, Instant now) {
        return new Parent(
                parentOrderId,
                terms,
                "",
                null,
                "",
                "",
                ParentState.STORED,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                0,
                1,
                now,
                now);
    }

    public boolean isHeld() {
        return !heldBecause.isEmpty();
    }

    public boolean endRequested() {
        return !endBecause.isEmpty();
    }

    public Parent held(String because) {
        return with(because, releasedAt, endBecause, remark);
    }

    Parent released(Instant at) {
        return with("", at, endBecause, remark);
    }

    Parent ending(String because) {
        return endRequested() ? this : with(heldBecause, releasedAt, because, remark);
    }

    public Parent remarking(String text) {
        return with(heldBecause, releasedAt, endBecause, text);
    }

    /** The figures of its children. An end is final: what the broker reports or takes back later changes figures only. */
    Parent rolledUp(ParentGraph graph) {
        BigDecimal price = graph.averagePrice();
        return new Parent(
                parentOrderId,
                terms,
                heldBecause,
                releasedAt,
                endBecause,
                remark,
                state.isTerminal() ? state : graph.state(),
                Columns.canonical(graph.filled()),
                Columns.canonical(graph.open()),
                price == null ? null : Columns.canonical(price),
                graph.children().size(),
                version,
                createdAt,
                updatedAt);
    }

    /** The figures of a bracket. */
    Parent rolledUp(BracketRollUp roll, int orders) {
        BigDecimal price = roll.entry() == null ? null : roll.entry().averagePrice();
        return new Parent(
                parentOrderId,
                terms,
                heldBecause,
                releasedAt,
                endBecause,
                remark,
                state.isTerminal() ? state : roll.state(endRequested(), isHeld()),
                Columns.canonical(roll.entered()),
                Columns.canonical(roll.entryOpen()),
                price == null ? null : Columns.canonical(price),
                orders,
                version,
                createdAt,
                updatedAt);
    }

    /** The next version, when anything a reader sees differs from this. */
    Parent after(Parent changed, Instant now) {
        return changed.equals(this)
                ? this
                : new Parent(
                        parentOrderId,
                        changed.terms,
                        changed.heldBecause,
                        changed.releasedAt,
                        changed.endBecause,
                        changed.remark,
                        changed.state,
                        changed.filled,
                        changed.open,
                        changed.averagePrice,
                        changed.children,
                        version + 1,
                        createdAt,
                        now);
    }

    /** As streams and REST tell it. */
    public ParentSnapshot snapshot() {
        return new ParentSnapshot(
                parentOrderId,
                terms.plan().kind(),
                terms.algorithm(),
                terms.strategy(),
                terms.person(),
                terms.origin(),
                terms.account(),
                terms.symbol(),
                terms.side(),
                terms.quantity(),
                filled,
                open,
                averagePrice,
                state,
                isHeld() && !state.isTerminal() ? heldBecause : endRequested() ? endBecause : remark,
                children,
                terms.bracket() == null ? terms.plan().start() : null,
                terms.bracket() == null ? terms.plan().end() : null,
                version,
                createdAt,
                updatedAt);
    }

    private Parent with(String held, @Nullable Instant released, String end, String text) {
        return new Parent(
                parentOrderId,
                terms,
                held,
                released,
                end,
                text,
                state,
                filled,
                open,
                averagePrice,
                children,
                version,
                createdAt,
                updatedAt);
    }
}
