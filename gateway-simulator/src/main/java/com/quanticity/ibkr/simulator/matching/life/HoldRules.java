package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.matching.Hold;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import java.time.Instant;

/** When what holds an order is over, and when conditions cancel it. */
public final class HoldRules {

    private final ConditionCheck conditions;
    private final Locates locates;
    private final Hours hours;
    private final Alarms clock;

    public HoldRules(ConditionCheck conditions, Locates locates, Hours hours, Alarms clock) {
        this.conditions = conditions;
        this.locates = locates;
        this.hours = hours;
        this.clock = clock;
    }

    /** Drops what no longer holds an order; whether anything was dropped. A child waits for its parent before all else. */
    boolean dropMet(WorkingOrder order) {
        if (!order.isHeld() || order.holds().contains(Hold.CHILD)) {
            return false;
        }
        Instant now = clock.now();
        Instant start = order.terms().lifetime().goodAfter();
        boolean isAuction = hours.auction(order, now).isPresent();
        return order.holds().removeIf(hold -> switch (hold) {
            case START -> start == null || !start.isAfter(now);
            case CONDITION -> areWatched(order) && conditions.hold(order);
            case LOCATE -> !locates.isMissing(order);
            case SESSION -> !isAuction && hours.isOpen(order, now);
            case CHILD, TRIGGER -> false;
        });
    }

    /** Whether the conditions of an order hold that are to cancel it. */
    boolean isCancelledByConditions(WorkingOrder order) {
        return order.terms().conditions().isCancelling()
                && !order.terms().conditions().isEmpty()
                && areWatched(order)
                && conditions.hold(order);
    }

    private boolean areWatched(WorkingOrder order) {
        return order.terms().conditions().isOutsideHours() || hours.isRegular(order, clock.now());
    }
}
