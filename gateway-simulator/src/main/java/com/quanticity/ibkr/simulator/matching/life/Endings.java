package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.matching.Hold;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderStatus;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings orders to their end. */
public final class Endings {

    private static final Logger log = LoggerFactory.getLogger(Endings.class);

    /** As a gateway words it. Source: tws-wire capture 11. */
    public static final String BY_SYSTEM = "Cancelled by System:\n";

    private final OrderBook book;
    private final Alarms alarms;
    private final Teller teller;

    public Endings(OrderBook book, Alarms alarms, Teller teller) {
        this.book = book;
        this.alarms = alarms;
        this.teller = teller;
    }

    /** Ends an order without a word. */
    public void finish(WorkingOrder order, OrderStatus last, String reason) {
        order.finish(last, alarms.now(), reason);
        book.retire(order);
        alarms.clear(order);
    }

    /** Cancels an order and then its children. */
    public void cancel(WorkingOrder order, String reason) {
        finish(order, OrderStatus.CANCELLED, reason);
        log.info(
                "order cancelled clientId={} orderId={} permId={} reason={}",
                order.key().wireClientId(),
                order.key().wireOrderId(),
                order.permId(),
                reason);
        teller.cancelled(order);
        cancelChildren(order);
    }

    /** Ends an order by its time in force. */
    public void expire(WorkingOrder order) {
        finish(order, OrderStatus.CANCELLED, "Expired");
        log.info(
                "order expired clientId={} orderId={} permId={}",
                order.key().wireClientId(),
                order.key().wireOrderId(),
                order.permId());
        teller.expired(order);
        cancelChildren(order);
    }

    /** Ends an immediate order that was not filled. Source: tws-wire capture 03. */
    public void end(WorkingOrder immediate) {
        immediate.become(OrderStatus.PENDING_CANCEL);
        teller.status(immediate);
        finish(immediate, OrderStatus.CANCELLED, "Immediate or cancel order was not filled");
        teller.status(immediate);
        cancelChildren(immediate);
    }

    private void cancelChildren(WorkingOrder parent) {
        for (WorkingOrder child : book.childrenOf(parent)) {
            if (child.holds().contains(Hold.CHILD)) {
                cancel(child, BY_SYSTEM);
            }
        }
    }
}
