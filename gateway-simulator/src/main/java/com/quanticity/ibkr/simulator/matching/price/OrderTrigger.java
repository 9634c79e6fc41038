package com.quanticity.ibkr.simulator.matching.price;

import com.quanticity.ibkr.simulator.matching.price.TriggerWatch.Happened;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.matching.terms.Trailing;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trigger of one stop, touch or trailing order while it waits.
 *
 * <p>A buyer's stop lies above the market, a buyer's touch below it; the seller's the other way round. A trailing trigger
 * moves only towards the market.
 */
public final class OrderTrigger {

    private final OrderTerms terms;
    private final TriggerWatch watch;
    private final boolean isAbove;
    private @Nullable BigDecimal price;

    /**
     * @param restored where a trailing trigger stood before, null for a new order
     */
    public OrderTrigger(OrderTerms terms, boolean isStock, @Nullable BigDecimal restored) {
        this.terms = terms;
        this.watch = new TriggerWatch(terms.triggerMethod(), isStock, terms.side());
        this.isAbove = (terms.side() == Side.BUY) == isStop(terms.type());
        this.price = restored == null ? start(terms) : restored;
    }

    private static boolean isStop(OrderType type) {
        return type.kind() == OrderType.Kind.STOP || type == OrderType.TRAIL || type == OrderType.TRAIL_LIMIT;
    }

    private static @Nullable BigDecimal start(OrderTerms terms) {
        return terms.trailing() == null ? terms.trigger() : terms.trailing().initialStop();
    }

    /** Where the trigger stands; null for a trailing one that has seen no price yet. */
    public @Nullable BigDecimal price() {
        return price;
    }

    /** Follows the market and says whether the trigger is reached. */
    public boolean isReached(Quote quote, Happened what) {
        follow(quote);
        return price != null && watch.isReached(quote, what, isAbove, price);
    }

    private void follow(Quote quote) {
        Trailing trailing = terms.trailing();
        BigDecimal market = watch.watched(quote).orElse(null);
        if (trailing == null || market == null) {
            return;
        }
        BigDecimal distance = trailing.amountAt(market);
        BigDecimal followed = isAbove ? market.add(distance) : market.subtract(distance);
        if (price == null) {
            price = followed;
        } else {
            price = isAbove ? price.min(followed) : price.max(followed);
        }
    }

    /** The terms once the trigger is reached: a trailing limit gets its price now. */
    public OrderTerms reached(Quote quote) {
        Trailing trailing = terms.trailing();
        if (trailing == null || trailing.limitOffset() == null || price == null) {
            return terms;
        }
        BigDecimal limit = terms.side().moreAggressive(price, trailing.limitOffset());
        return terms.withLimit(WorkingPrice.onTick(limit, quote.tick(), terms.side()));
    }

    /** Whether the market has come to a price from the order's profitable side. */
    public static boolean isAdjusted(Side side, BigDecimal trigger, Quote quote) {
        Optional<BigDecimal> market = quote.lastOrMidpoint();
        return market.map(now -> side == Side.SELL ? now.compareTo(trigger) >= 0 : now.compareTo(trigger) <= 0)
                .orElse(false);
    }
}
