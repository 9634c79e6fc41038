package com.quanticity.ibkr.execution.rebalance;

import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.util.List;

/** What to send, or why nothing is sent. */
public sealed interface Plan {

    /**
     * Orders by phase; a phase begins when every order of the one before has ended and is planned anew from what was filled.
     *
     * @param orders in the order to send them
     * @param cashAfter cash that is left when all fill at the given prices, costs not counted
     */
    record Orders(List<Planned> orders, BigDecimal cashAfter) implements Plan {}

    /** Nothing is sent, not even in part. Each problem names the symbol and what to do. */
    record Refused(List<String> problems) implements Plan {}

    /** What a phase does to exposure. */
    enum Phase {
        /** Makes positions smaller, first sells, which bring the cash, then covers of shorts. */
        REDUCE,
        /** Opens or grows positions, first buys, then short sales, whose proceeds pay for no buy. */
        OPEN
    }

    /** One order to be sent as a parent; quantity above zero. */
    record Planned(Phase phase, String symbol, Side side, BigDecimal quantity, BigDecimal value) {}
}
