package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.matching.Hold;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderNumbers;
import com.quanticity.ibkr.simulator.matching.OrderStatus;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.algo.AlgoPlan;
import com.quanticity.ibkr.simulator.matching.price.OrderTrigger;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.price.TriggerWatch.Happened;
import com.quanticity.ibkr.simulator.matching.price.WorkingPrice;
import com.quanticity.ibkr.simulator.matching.terms.Adjustment;
import com.quanticity.ibkr.simulator.matching.terms.TimeInForce;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads accepted orders through their life: what holds them is dropped as it is met, then they work until they are filled
 * or ended.
 */
public final class OrderLife implements MarketListener {

    private final OrderBook book;
    private final Markets markets;
    private final Filler filler;
    private final DeltaHedges deltaHedges;
    private final ScaleProfits profits;
    private final Groups groups;
    private final Endings endings;
    private final HoldRules rules;
    private final Hours hours;
    private final Alarms alarms;
    private final Teller teller;
    private final Preparation preparation;

    public OrderLife(
            OrderBook book,
            Markets markets,
            Filler filler,
            Bookings bookings,
            OrderNumbers numbers,
            Groups groups,
            Endings endings,
            HoldRules rules,
            Locates locates,
            Hours hours,
            Alarms alarms,
            Teller teller) {
        this.book = book;
        this.markets = markets;
        this.filler = filler;
        OwnOrders own = new OwnOrders(book, numbers, alarms);
        this.deltaHedges = new DeltaHedges(markets, bookings, own);
        this.profits = new ScaleProfits(own);
        this.groups = groups;
        this.endings = endings;
        this.rules = rules;
        this.hours = hours;
        this.alarms = alarms;
        this.teller = teller;
        this.preparation = new Preparation(
                book,
                markets,
                endings,
                locates,
                hours,
                alarms,
                teller,
                order -> reconsider(order, Happened.LOOK, null),
                this::cross);
    }

    @Override
    public void onQuote(SymbolMarket symbol, QuoteChange change) {
        filler.onQuote(symbol, change);
        for (WorkingOrder order : book.openOn(symbol.contract().conId())) {
            reconsider(order, Happened.QUOTE, null);
        }
    }

    @Override
    public void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        for (WorkingOrder order : book.openOn(symbol.contract().conId())) {
            boolean isOwn = order.contract().conId() == symbol.contract().conId();
            reconsider(order, Happened.TRADE, isOwn && trade.updatesLast() ? trade : null);
        }
    }

    /** Begins the lives of orders that came together: all are told of before the first one works. */
    public void begin(List<WorkingOrder> fresh) {
        for (WorkingOrder order : fresh) {
            preparation.prepare(order);
            if (!order.isHeld() && isKilled(order)) {
                continue;
            }
            if (!order.isHeld() && teller.acknowledgesAtOnce()) {
                order.become(OrderStatus.SUBMITTED);
            }
            teller.accepted(order);
        }
        for (WorkingOrder order : fresh) {
            if (!order.isOpen()) {
                continue;
            }
            if (order.isHeld()) {
                reconsider(order, Happened.LOOK, null);
            } else {
                workAtOnce(order);
            }
        }
    }

    /** Goes on with an order of an earlier run. */
    public void resume(WorkingOrder order) {
        boolean wasWorking = order.status() == OrderStatus.SUBMITTED;
        preparation.prepare(order);
        if (wasWorking) {
            order.holds().retainAll(EnumSet.of(Hold.SESSION));
            runPlan(order);
        }
    }

    /** Looks at an order again because something happened. */
    public void reconsider(WorkingOrder order, Happened what, MarketEvent.@Nullable Trade trade) {
        if (!order.isOpen()) {
            return;
        }
        if (rules.isCancelledByConditions(order)) {
            endings.cancel(order, "Condition of the order was met");
            return;
        }
        boolean isFreed = rules.dropMet(order);
        if (order.holds().equals(EnumSet.of(Hold.TRIGGER)) && (isAdjusted(order) | isTriggered(order, what))) {
            return;
        }
        if (!order.isHeld()) {
            proceed(order, isFreed, trade);
        } else if (isFreed) {
            teller.orderAndStatus(order);
        }
    }

    private void proceed(WorkingOrder order, boolean isFreed, MarketEvent.@Nullable Trade trade) {
        if (isFreed) {
            beginWork(order);
        } else if (hours.isOpen(order, alarms.now())) {
            match(order);
            share(order, trade);
        }
    }

    private boolean isAdjusted(WorkingOrder order) {
        Adjustment adjustment = order.terms().adjustment();
        Quote quote = markets.quote(order).orElse(null);
        if (adjustment == null
                || quote == null
                || !OrderTrigger.isAdjusted(order.terms().side(), adjustment.trigger(), quote)) {
            return false;
        }
        order.change(order.terms().adjusted());
        order.watch(new OrderTrigger(order.terms(), order.isStock(), null));
        teller.orderAndStatus(order);
        return true;
    }

    private boolean isTriggered(WorkingOrder order, Happened what) {
        OrderTrigger trigger = order.trigger();
        Quote quote = markets.quote(order).orElse(null);
        if (trigger == null || quote == null || !trigger.isReached(quote, what)) {
            return false;
        }
        order.holds().remove(Hold.TRIGGER);
        order.change(trigger.reached(quote));
        beginWork(order);
        return true;
    }

    /** An order that was held starts to work. */
    private void beginWork(WorkingOrder order) {
        activate(order);
        order.become(OrderStatus.SUBMITTED);
        teller.orderAndStatus(order);
        matchAndEnd(order);
    }

    /** A new order that nothing holds. Source: tws-wire captures 02, 03 and 04. */
    private void workAtOnce(WorkingOrder order) {
        activate(order);
        matchAndEnd(order);
        if (order.isOpen() && order.status() == OrderStatus.PRE_SUBMITTED && !order.isHeld()) {
            order.become(OrderStatus.SUBMITTED);
            teller.orderAndStatus(order);
        }
    }

    private void matchAndEnd(WorkingOrder order) {
        if (isKilled(order)) {
            return;
        }
        match(order);
        if (order.isOpen() && order.terms().timeInForce() == TimeInForce.IOC) {
            endings.end(order);
        }
    }

    /** Ends an order that is to be filled completely at once and cannot be. Source: tws-wire capture 03. */
    private boolean isKilled(WorkingOrder order) {
        boolean isKilled = order.terms().timeInForce() == TimeInForce.FOK && !filler.couldFillWhole(order);
        if (isKilled) {
            endings.finish(order, OrderStatus.INACTIVE, "Fill or kill order could not be filled at once");
            teller.orderAndStatus(order);
        }
        return isKilled;
    }

    private void activate(WorkingOrder order) {
        markets.quote(order).ifPresent(quote -> order.change(WorkingPrice.activated(order.terms(), quote)));
        runPlan(order);
    }

    private void runPlan(WorkingOrder order) {
        AlgoPlan plan = order.plan();
        if (plan != null) {
            plan.end().ifPresent(end -> alarms.at(order, end, () -> endings.cancel(order, "Algorithm ended")));
            step(order, plan);
        }
    }

    /** Wakes an algorithm up at each of its slices. */
    private void step(WorkingOrder order, AlgoPlan plan) {
        plan.nextStep(alarms.now())
                .ifPresent(next -> alarms.at(order, next, () -> {
                    reconsider(order, Happened.LOOK, null);
                    if (order.isOpen()) {
                        step(order, plan);
                    }
                }));
    }

    /**
     * Fills a working order, whatever the market shows.
     *
     * @param price null for its mark, bounded by the order's limit
     */
    public void fill(WorkingOrder order, BigDecimal shares, @Nullable BigDecimal price) {
        filler.fill(order, shares, price);
        afterFill(order, shares);
    }

    private void match(WorkingOrder order) {
        BigDecimal shares = filler.match(order);
        if (shares.signum() > 0) {
            afterFill(order, shares);
        }
    }

    private void share(WorkingOrder order, MarketEvent.@Nullable Trade trade) {
        if (trade != null && order.isOpen()) {
            BigDecimal shares = filler.share(order, trade);
            if (shares.signum() > 0) {
                afterFill(order, shares);
            }
        }
    }

    /** The auction an order is for: it is filled there or not at all. */
    private void cross(WorkingOrder order) {
        order.holds().remove(Hold.SESSION);
        BigDecimal shares = order.isHeld() ? BigDecimal.ZERO : filler.fillAtAuction(order);
        if (shares.signum() > 0) {
            afterFill(order, shares);
        } else {
            endings.cancel(order, "Auction order was not filled");
        }
    }

    private void afterFill(WorkingOrder order, BigDecimal shares) {
        deltaHedges.afterFill(order, shares).ifPresent(hedge -> begin(List.of(hedge)));
        profits.afterFill(order, shares).ifPresent(closing -> begin(List.of(closing)));
        groups.afterFill(order, shares);
        if (order.status() == OrderStatus.FILLED) {
            releaseChildren(order);
        }
        for (WorkingOrder other : book.open()) {
            if (other.holds().contains(Hold.CONDITION)
                    || other.terms().conditions().isCancelling()) {
                reconsider(other, Happened.LOOK, null);
            }
        }
    }

    private void releaseChildren(WorkingOrder parent) {
        List<WorkingOrder> children = book.childrenOf(parent);
        for (WorkingOrder child : children) {
            if (child.isOpen() && child.holds().remove(Hold.CHILD)) {
                release(child, parent);
            }
        }
    }

    private void release(WorkingOrder child, WorkingOrder parent) {
        if (!groups.sizeHedge(child, parent)) {
            endings.cancel(child, "Nothing to hedge");
            return;
        }
        rules.dropMet(child);
        if (!child.isHeld()) {
            beginWork(child);
            return;
        }
        teller.orderAndStatus(child);
        reconsider(child, Happened.LOOK, null);
    }

    /** Starts an order's life anew after its terms changed; it is told of by the caller. */
    public void restart(WorkingOrder order) {
        alarms.clear(order);
        boolean isWorking = !order.isHeld();
        order.holds().clear();
        order.watch(null);
        preparation.prepare(order);
        if (isWorking && !order.isHeld()) {
            order.become(order.status() == OrderStatus.PRE_SUBMITTED ? OrderStatus.SUBMITTED : order.status());
        } else if (order.isHeld()) {
            order.become(OrderStatus.PRE_SUBMITTED);
        }
    }

    /** Lets a changed order trade, after it was told of. */
    public void goOn(WorkingOrder order) {
        if (order.isHeld()) {
            reconsider(order, Happened.LOOK, null);
        } else if (order.status() == OrderStatus.PRE_SUBMITTED) {
            beginWork(order);
        } else {
            activate(order);
            matchAndEnd(order);
        }
    }

    /** Looks again at everything that waits for shares to borrow. */
    public void onShortableChanged() {
        for (WorkingOrder order : book.open()) {
            if (order.holds().contains(Hold.LOCATE)) {
                reconsider(order, Happened.LOOK, null);
            }
        }
    }
}
