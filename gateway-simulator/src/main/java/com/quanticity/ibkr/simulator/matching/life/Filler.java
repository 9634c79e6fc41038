package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.matching.ComboLeg;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.life.Bookings.LegFill;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.price.Working;
import com.quanticity.ibkr.simulator.matching.price.WorkingPrice;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fills working orders against the current best bid and offer, at its price and up to its displayed size; orders whose
 * price follows the quote also share in the trades of others that reach them.
 *
 * <p>Shares once taken are gone until that side is displayed anew; what an order still wants waits for then.
 */
public final class Filler {

    private final Markets markets;
    private final Bookings bookings;
    private final Alarms clock;
    private final Map<Integer, Displayed> displayed = new HashMap<>();

    public Filler(Markets markets, Bookings bookings, Alarms clock) {
        this.markets = markets;
        this.bookings = bookings;
        this.clock = clock;
    }

    public void onQuote(SymbolMarket symbol, QuoteChange change) {
        displayedOf(symbol).onQuote(change);
    }

    /** Whether the whole order could be filled at once. */
    public boolean couldFillWhole(WorkingOrder order) {
        if (!order.legs().isEmpty()) {
            return Combos.size(markets, order.legs(), order.terms().side()).compareTo(order.remaining()) >= 0;
        }
        SymbolMarket symbol = markets.of(order.contract()).orElse(null);
        return symbol != null && takeable(order, symbol).compareTo(order.remaining()) >= 0;
    }

    /** Fills what the displayed size allows now; the shares that it filled, zero for none. */
    public BigDecimal match(WorkingOrder order) {
        return order.legs().isEmpty() ? matchOne(order) : matchCombination(order);
    }

    private BigDecimal matchOne(WorkingOrder order) {
        SymbolMarket symbol = markets.of(order.contract()).orElse(null);
        if (symbol == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal shares = takeable(order, symbol);
        BestPrice side = opposite(order, symbol);
        if (shares.signum() <= 0 || side.price() == null) {
            return BigDecimal.ZERO;
        }
        displayedOf(symbol).take(order.terms().side(), shares);
        bookings.fill(order, shares, side.price(), side.exchange());
        return order.terms().display().isSweep()
                ? shares.add(sweep(order, side.price(), side.exchange(), side.size()))
                : shares;
    }

    /** Trades every leg at its best price, as many combinations as the smallest leg shows. */
    private BigDecimal matchCombination(WorkingOrder order) {
        Side side = order.terms().side();
        Quote quote = markets.quote(order).orElse(null);
        if (quote == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal price = quote.opposite(side).orElse(null);
        if (price == null || !accepts(working(order, quote), side, price)) {
            return BigDecimal.ZERO;
        }
        BigDecimal combinations = allowed(order, Combos.size(markets, order.legs(), side));
        if (combinations.signum() > 0) {
            bookings.fill(order, combinations, price, legFills(order));
        }
        return combinations;
    }

    private List<LegFill> legFills(WorkingOrder order) {
        List<LegFill> fills = new ArrayList<>();
        for (ComboLeg leg : order.legs()) {
            SymbolMarket symbol = markets.of(leg.contract()).orElseThrow();
            BestPrice best = leg.sideOf(order.terms().side()) == Side.BUY ? symbol.ask() : symbol.bid();
            fills.add(new LegFill(leg, Objects.requireNonNull(best.price()), best.exchange()));
        }
        return fills;
    }

    /** Goes on behind the best price, a step a level, as much at each as the best one showed. */
    private BigDecimal sweep(WorkingOrder order, BigDecimal best, String exchange, BigDecimal size) {
        BigDecimal swept = BigDecimal.ZERO;
        BigDecimal price = best;
        while (order.isOpen() && order.remaining().signum() > 0 && size.signum() > 0) {
            price = order.terms().side().moreAggressive(price, order.contract().minTick());
            if (!order.terms().accepts(price) || price.signum() <= 0) {
                return swept;
            }
            BigDecimal shares = size.min(order.remaining());
            bookings.fill(order, shares, price, exchange);
            swept = swept.add(shares);
        }
        return swept;
    }

    /** Gives an order that rests its part of a trade of others; the shares that it filled. */
    public BigDecimal share(WorkingOrder order, MarketEvent.Trade trade) {
        SymbolMarket symbol = markets.of(order.contract()).orElse(null);
        if (symbol == null
                || !(working(order, markets.quote(order).orElseThrow()) instanceof Working.Resting resting)) {
            return BigDecimal.ZERO;
        }
        Side side = order.terms().side();
        BigDecimal shares = allowed(order, trade.size());
        if (!side.isWithin(trade.price(), resting.limit()) || shares.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        bookings.fill(order, shares, resting.limit(), (side == Side.BUY ? symbol.bid() : symbol.ask()).exchange());
        return shares;
    }

    /** Fills an order completely at the price of an auction, if it accepts that price. */
    public BigDecimal fillAtAuction(WorkingOrder order) {
        SymbolMarket symbol = markets.of(order.contract()).orElse(null);
        BigDecimal price = symbol == null ? null : symbol.mark();
        if (symbol == null || price == null || !order.terms().accepts(price)) {
            return BigDecimal.ZERO;
        }
        BigDecimal shares = order.remaining();
        bookings.fill(order, shares, price, "");
        return shares;
    }

    /** Fills a part of an order at a price, or where the market and its limit would have it. */
    void fill(WorkingOrder order, BigDecimal shares, @Nullable BigDecimal price) {
        bookings.fill(order, shares, price == null ? usualPrice(order) : price, "");
    }

    private BigDecimal usualPrice(WorkingOrder order) {
        Side side = order.terms().side();
        BigDecimal limit = order.terms().limit();
        BigDecimal mark = markets.of(order.contract()).map(SymbolMarket::mark).orElse(limit);
        if (mark == null) {
            throw new IllegalStateException(
                    "there is no price of " + order.contract().symbol() + " now: give one with the fill");
        }
        return limit == null ? mark : side.lessAggressive(mark, limit);
    }

    private BigDecimal takeable(WorkingOrder order, SymbolMarket symbol) {
        BigDecimal price = opposite(order, symbol).price();
        if (price == null
                || !accepts(
                        working(order, markets.quote(order).orElseThrow()),
                        order.terms().side(),
                        price)) {
            return BigDecimal.ZERO;
        }
        return allowed(
                order, displayedOf(symbol).available(symbol, order.terms().side()));
    }

    private static boolean accepts(Working working, Side side, BigDecimal price) {
        return switch (working) {
            case Working.AtMarket _ -> true;
            case Working.UpTo upTo -> side.isWithin(price, upTo.limit());
            case Working.Resting resting -> side.isWithin(price, resting.limit());
            case Working.Idle _ -> false;
        };
    }

    private Working working(WorkingOrder order, Quote quote) {
        OrderTerms terms = order.terms();
        if (order.plan() != null && order.plan().isPassive()) {
            return quote.own(terms.side())
                    .map(own -> terms.limit() == null ? own : terms.side().lessAggressive(own, terms.limit()))
                    .<Working>map(Working.Resting::new)
                    .orElseGet(Working.Idle::new);
        }
        if (terms.scale() != null && terms.limit() != null) {
            return new Working.UpTo(terms.scale().limitAt(terms.side(), terms.limit(), order.filled()));
        }
        boolean isSecondPart = order.filled().signum() > 0;
        boolean endsAtMarket =
                terms.type() == OrderType.LIMIT_THEN_MARKET || terms.type() == OrderType.RELATIVE_THEN_MARKET;
        return isSecondPart && endsAtMarket
                ? new Working.AtMarket()
                : WorkingPrice.of(terms, quote, markets.referenceOf(order.contract()));
    }

    /** What an order may take of an amount, by its display, its scale, its algorithm and its smallest fill. */
    private BigDecimal allowed(WorkingOrder order, BigDecimal amount) {
        OrderTerms terms = order.terms();
        BigDecimal most = amount.max(BigDecimal.ZERO).min(order.remaining());
        if (terms.display().shown() != null) {
            most = most.min(terms.display().shown());
        }
        if (terms.scale() != null) {
            most = most.min(terms.scale().endOfComponent(order.filled()).subtract(order.filled()));
        }
        if (order.plan() != null) {
            BigDecimal volume = markets.volume(order.contract()).subtract(order.volumeAtStart());
            most = most.min(order.plan()
                    .released(clock.now(), volume)
                    .subtract(order.filled())
                    .max(BigDecimal.ZERO));
        }
        boolean isTooLittle = terms.display().isAllOrNone() && most.compareTo(order.remaining()) < 0
                || terms.display().minimum() != null
                        && order.filled().signum() == 0
                        && most.compareTo(terms.display().minimum()) < 0;
        return isTooLittle ? BigDecimal.ZERO : most;
    }

    private static BestPrice opposite(WorkingOrder order, SymbolMarket symbol) {
        return order.terms().side() == Side.BUY ? symbol.ask() : symbol.bid();
    }

    private Displayed displayedOf(SymbolMarket symbol) {
        return displayed.computeIfAbsent(symbol.contract().conId(), any -> new Displayed());
    }
}
