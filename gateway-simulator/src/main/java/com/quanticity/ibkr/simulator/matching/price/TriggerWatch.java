package com.quanticity.ibkr.simulator.matching.price;

import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.matching.terms.TriggerMethod;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Watches the market for one price to be reached, by the trigger method asked for.
 *
 * <p>Source: tws-wire requests.md, order.triggerMethod. The default watches the last trade of a stock (its quote while
 * nothing traded yet) and twice the quote of anything else.
 */
public final class TriggerWatch {

    /** What just happened in the market. */
    public enum Happened {
        QUOTE,
        TRADE,
        /** The order has just come or changed: everything known counts. */
        LOOK
    }

    private final TriggerMethod method;
    private final boolean isStock;
    private final Side quoted;
    private int quotesInARow;
    private int tradesInARow;

    /**
     * @param buyer whose side of the quote counts: what a buyer would pay is the ask
     */
    public TriggerWatch(TriggerMethod method, boolean isStock, Side buyer) {
        this.method = method;
        this.isStock = isStock;
        this.quoted = buyer;
    }

    /** Whether the market is at or above the price, or at or below it, as the method sees it. */
    public boolean isReached(Quote quote, Happened what, boolean isAbove, BigDecimal price) {
        boolean last = isReached(Optional.ofNullable(quote.last()), isAbove, price);
        boolean side = isReached(quote.opposite(quoted), isAbove, price);
        if (what == Happened.TRADE) {
            tradesInARow = last ? tradesInARow + 1 : 0;
        } else {
            quotesInARow = side ? quotesInARow + 1 : 0;
        }
        return switch (method) {
            case DEFAULT -> isStock ? (quote.last() == null ? side : last) : quotesInARow >= 2;
            case DOUBLE_QUOTE -> quotesInARow >= 2;
            case LAST -> last;
            case DOUBLE_LAST -> tradesInARow >= 2;
            case QUOTE -> side;
            case LAST_OR_QUOTE -> last || side;
            case MIDPOINT -> isReached(quote.midpoint(), isAbove, price);
        };
    }

    /** The price the method watches, for a trigger that follows it. */
    public Optional<BigDecimal> watched(Quote quote) {
        return switch (method) {
            case DEFAULT, LAST, DOUBLE_LAST, LAST_OR_QUOTE ->
                Optional.ofNullable(quote.last()).or(() -> quote.opposite(quoted));
            case DOUBLE_QUOTE, QUOTE -> quote.opposite(quoted);
            case MIDPOINT -> quote.midpoint();
        };
    }

    private static boolean isReached(Optional<BigDecimal> market, boolean isAbove, BigDecimal price) {
        return market.map(now -> isAbove ? now.compareTo(price) >= 0 : now.compareTo(price) <= 0)
                .orElse(false);
    }
}
