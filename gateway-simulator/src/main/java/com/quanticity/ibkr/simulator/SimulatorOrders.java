package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.matching.OrderHabits;
import com.quanticity.ibkr.simulator.matching.OrderRules;
import com.quanticity.ibkr.simulator.matching.desk.OrderDesk;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What somebody at the gateway can do with orders, and how the gateway treats those of clients. Thread-safe. */
public final class SimulatorOrders {

    private final EventLoop loop;
    private final OrderDesk orders;

    SimulatorOrders(EventLoop loop, OrderDesk orders) {
        this.loop = loop;
        this.orders = orders;
    }

    /** How orders are told of now. */
    public OrderHabits habits() {
        return loop.call(orders::habits);
    }

    /** Tells of orders in another way from now on. */
    public void use(OrderHabits habits) {
        does(() -> orders.use(habits));
    }

    /** Which orders are taken now. */
    public OrderRules rules() {
        return loop.call(orders::rules);
    }

    /** Takes orders by other rules from now on; those that are open stay. */
    public void use(OrderRules rules) {
        does(() -> orders.use(rules));
    }

    /** Sets how many shares of a symbol can be borrowed; null for plenty. */
    public void setShortable(String symbol, @Nullable BigDecimal shares) {
        does(() -> orders.setShortable(symbol, shares));
    }

    /**
     * Places a stock order by hand, bound to no client until client 0 binds it.
     *
     * @param limit null for a market order
     * @return the account-wide number, empty when the order was refused
     */
    public OptionalLong placeManually(
            String symbol, Side side, BigDecimal quantity, @Nullable BigDecimal limit, String timeInForce) {
        return loop.call(() -> orders.placeManually(symbol, side, quantity, limit, timeInForce));
    }

    /** Gives an execution of the last days another price; false when there is none of this id. */
    public boolean correct(String execId, BigDecimal price) {
        return loop.call(() -> orders.correct(execId, price).isPresent());
    }

    /** Takes an execution of the last days back; false when there is none of this id. */
    public boolean bust(String execId) {
        return loop.call(() -> orders.bust(execId).isPresent());
    }

    private void does(Runnable action) {
        loop.call(() -> {
            action.run();
            return true;
        });
    }
}
