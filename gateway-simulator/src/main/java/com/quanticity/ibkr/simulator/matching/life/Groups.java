package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.terms.Hedge;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What a fill of one order does to others: groups in which one cancels the others, brackets and hedges. */
public final class Groups {

    private final OrderBook book;
    private final HedgeSizes sizes;
    private final Endings endings;
    private final Alarms alarms;
    private final Teller teller;

    public Groups(OrderBook book, HedgeSizes sizes, Endings endings, Alarms alarms, Teller teller) {
        this.book = book;
        this.sizes = sizes;
        this.endings = endings;
        this.alarms = alarms;
        this.teller = teller;
    }

    /**
     * Cancels or reduces the other members after a fill of one. Types 1 and 2 do so before another member can trade; with
     * type 3 the others hear of it only after what the market does in this moment, so that one move can fill several.
     */
    public void afterFill(WorkingOrder filled, BigDecimal shares) {
        BigDecimal part = shares.divide(filled.remaining().add(shares), MathContext.DECIMAL64);
        for (WorkingOrder other : book.othersOfGroup(filled)) {
            switch (filled.terms().links().ocaType()) {
                case CANCEL -> endings.cancel(other, "OCA Group is cancelled");
                case REDUCE_BLOCKED -> reduce(other, part);
                case REDUCE -> alarms.at(other, alarms.now(), () -> reduce(other, part));
            }
        }
    }

    /** By the same part of the order as was filled of the other one. */
    private void reduce(WorkingOrder other, BigDecimal part) {
        BigDecimal cut = other.remaining().multiply(part).setScale(wholeOrFraction(other), RoundingMode.HALF_UP);
        BigDecimal left = other.remaining().subtract(cut);
        if (left.signum() <= 0) {
            endings.cancel(other, "OCA Group is filled");
            return;
        }
        other.change(other.terms().withQuantity(other.filled().add(left)));
        teller.orderAndStatus(other);
    }

    private static int wholeOrFraction(WorkingOrder order) {
        return Math.max(0, order.terms().quantity().stripTrailingZeros().scale());
    }

    /** Gives a hedge its size now that its parent is filled; false when there is nothing to hedge. */
    public boolean sizeHedge(WorkingOrder hedge, WorkingOrder parent) {
        Hedge wanted = hedge.terms().hedge();
        if (wanted == null) {
            return true;
        }
        hedge.change(hedge.terms().withQuantity(sizes.of(wanted, hedge, parent)));
        return hedge.remaining().signum() > 0;
    }
}
