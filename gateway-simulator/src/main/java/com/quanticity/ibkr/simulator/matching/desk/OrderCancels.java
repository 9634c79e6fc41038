package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderHabit;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderStatus;
import com.quanticity.ibkr.simulator.matching.Settings;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.life.Alarms;
import com.quanticity.ibkr.simulator.matching.life.Endings;
import com.quanticity.ibkr.simulator.matching.life.Hours;
import com.quanticity.ibkr.simulator.matching.life.Teller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Cancels orders for clients. Source: tws-wire orders.md, sections 5 and 6. */
final class OrderCancels {

    private final OrderBook book;
    private final Endings endings;
    private final Settings settings;
    private final Hours hours;
    private final Alarms alarms;
    private final Teller teller;

    OrderCancels(OrderBook book, Endings endings, Settings settings, Hours hours, Alarms alarms, Teller teller) {
        this.book = book;
        this.endings = endings;
        this.settings = settings;
        this.hours = hours;
        this.alarms = alarms;
        this.teller = teller;
    }

    void cancel(OrderKey key, @Nullable String refused) {
        WorkingOrder open = book.openOrder(key);
        WorkingOrder done = book.doneOrder(key);
        WorkingOrder foreign = open == null && done == null ? foreign(key) : null;
        if (open != null) {
            cancel(open, refused);
        } else if (foreign != null) {
            foreign.cancelledBy(key.clientId());
            cancel(foreign, refused);
        } else if (done != null) {
            refuse(key, done.status().wireText());
        } else if (book.unstage(key) != null) {
            teller.message(key, 202, "Order Canceled - reason:");
        } else {
            teller.message(key, 10147, "OrderId " + key.wireOrderId() + " that needs to be cancelled is not found.");
        }
    }

    private @Nullable WorkingOrder foreign(OrderKey key) {
        return settings.rules().cancelsForeignOrders()
                ? book.openOrderOfAnyClient(key.orderId()).orElse(null)
                : null;
    }

    private void refuse(OrderKey key, String state) {
        if (settings.habits().has(OrderHabit.REFUSES_CANCELS_WITH_161)) {
            teller.message(key, 161, "Cancel attempted when order is not in a cancellable state: " + state);
        } else {
            teller.message(
                    key,
                    10148,
                    "OrderId " + key.wireOrderId() + " that needs to be cancelled cannot be cancelled, state: " + state
                            + ".");
        }
    }

    private void cancel(WorkingOrder order, @Nullable String refused) {
        if (refused == null) {
            cancel(order);
        } else {
            refuse(order.key(), refused);
        }
    }

    /** Cancels one open order; while the exchange is closed the answer waits for its opening. */
    private void cancel(WorkingOrder order) {
        if (order.status() == OrderStatus.PENDING_CANCEL) {
            return;
        }
        boolean isAtExchange = !order.isHeld();
        Instant now = alarms.now();
        order.become(OrderStatus.PENDING_CANCEL);
        if (isAtExchange && !hours.isOpen(order, now)) {
            teller.status(order);
            alarms.at(order, hours.nextOpen(order, now), () -> finish(order));
            return;
        }
        if (settings.habits().has(OrderHabit.SHOWS_PENDING_CANCEL)) {
            teller.status(order);
        }
        if (settings.habits().cancelDelay().isZero()) {
            finish(order);
        } else {
            alarms.at(order, now.plus(settings.habits().cancelDelay()), () -> finish(order));
        }
    }

    private void finish(WorkingOrder order) {
        endings.cancel(order, "Cancelled by Trader");
    }

    void cancelAll(@Nullable String refused) {
        for (WorkingOrder order : book.open()) {
            // the cancel of a parent may have ended it already
            if (order.isOpen()) {
                cancel(order, refused);
            }
        }
    }
}
