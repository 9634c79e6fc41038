package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.matching.Hold;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.algo.AlgoPlans;
import com.quanticity.ibkr.simulator.matching.price.OrderTrigger;
import com.quanticity.ibkr.simulator.matching.terms.AlgoTerms;
import com.quanticity.ibkr.simulator.matching.terms.Lifetime;
import com.quanticity.ibkr.simulator.matching.terms.OrderCondition;
import com.quanticity.ibkr.simulator.matching.terms.Scale;
import com.quanticity.ibkr.simulator.matching.terms.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;

/** Finds out what holds an order before its life begins, or begins anew, and sets the alarms that look at it again. */
final class Preparation {

    private final OrderBook book;
    private final Markets markets;
    private final Endings endings;
    private final Locates locates;
    private final Hours hours;
    private final Alarms alarms;
    private final Teller teller;
    private final Consumer<WorkingOrder> look;
    private final Consumer<WorkingOrder> cross;

    /**
     * @param look looks at an order again
     * @param cross takes an order to its auction
     */
    Preparation(
            OrderBook book,
            Markets markets,
            Endings endings,
            Locates locates,
            Hours hours,
            Alarms alarms,
            Teller teller,
            Consumer<WorkingOrder> look,
            Consumer<WorkingOrder> cross) {
        this.book = book;
        this.markets = markets;
        this.endings = endings;
        this.locates = locates;
        this.hours = hours;
        this.alarms = alarms;
        this.teller = teller;
        this.look = look;
        this.cross = cross;
    }

    void prepare(WorkingOrder order) {
        Instant now = alarms.now();
        AlgoTerms algo = order.terms().algo();
        if (algo != null && order.plan() == null) {
            order.follow(
                    AlgoPlans.of(algo, order.terms().quantity(), order.accepted()), markets.volume(order.contract()));
        }
        drift(order);
        holdForParent(order);
        holdForTimes(order, now);
        if (!order.terms().conditions().isEmpty()) {
            holdForConditions(order);
        }
        if (locates.isMissing(order)) {
            order.holds().add(Hold.LOCATE);
            teller.heldForShares(order);
        }
        if (order.terms().type().isTriggered()) {
            order.holds().add(Hold.TRIGGER);
            order.watch(new OrderTrigger(order.terms(), order.isStock(), order.triggerPrice()));
        }
    }

    /** Moves the limit of a scale order that does so by itself. */
    private void drift(WorkingOrder order) {
        Scale scale = order.terms().scale();
        Scale.Drift drift = scale == null ? null : scale.drift();
        if (drift != null) {
            alarms.at(order, alarms.now().plus(drift.every()), () -> {
                BigDecimal limit = order.terms().limit();
                order.change(order.terms().withLimit(limit == null ? null : limit.add(drift.by())));
                teller.orderAndStatus(order);
                drift(order);
                look.accept(order);
            });
        }
    }

    private void holdForParent(WorkingOrder order) {
        int parentId = order.terms().links().parentId();
        if (parentId != 0 && book.openOrder(new OrderKey(order.key().clientId(), parentId)) != null) {
            order.holds().add(Hold.CHILD);
        }
    }

    private void holdForTimes(WorkingOrder order, Instant now) {
        Instant start = order.terms().lifetime().goodAfter();
        if (start != null && start.isAfter(now)) {
            order.holds().add(Hold.START);
            alarms.at(order, start, () -> look.accept(order));
        }
        Instant end = order.terms().lifetime().goodTill();
        if (end != null) {
            alarms.at(order, end, () -> endings.expire(order));
        }
        if (order.terms().timeInForce() == TimeInForce.GTC) {
            alarms.at(order, Lifetime.autoCancel(order.accepted()), () -> endings.cancel(order, Endings.BY_SYSTEM));
        }
        if (order.terms().timeInForce() == TimeInForce.MINUTES) {
            alarms.at(order, order.accepted().plusSeconds(300), () -> endings.expire(order));
        }
        Instant auction = hours.auction(order, now).orElse(null);
        if (auction != null) {
            order.holds().add(Hold.SESSION);
            alarms.at(order, auction, () -> cross.accept(order));
        } else if (!hours.isOpen(order, now)) {
            holdUntilOpen(order, now);
        }
        hours.endOfDay(order, now).ifPresent(day -> alarms.at(order, day, () -> endings.expire(order)));
    }

    private void holdUntilOpen(WorkingOrder order, Instant now) {
        Instant open = hours.nextOpen(order, now);
        order.holds().add(Hold.SESSION);
        alarms.at(order, open, () -> look.accept(order));
        teller.heldUntil(order, open);
    }

    private void holdForConditions(WorkingOrder order) {
        if (!order.terms().conditions().isCancelling()) {
            order.holds().add(Hold.CONDITION);
        }
        order.terms().conditions().links().forEach(link -> {
            if (link.condition() instanceof OrderCondition.Time time
                    && time.value().isAfter(alarms.now())) {
                alarms.at(order, time.value(), () -> look.accept(order));
            }
        });
    }
}
