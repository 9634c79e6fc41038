package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderNumbers;
import com.quanticity.ibkr.simulator.matching.Settings;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.life.Teller;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Orders that somebody types in at the gateway itself, and their binding to client 0. */
final class ManualOrders {

    private static final int BINDING_CLIENT = 0;

    private final OrderBook book;
    private final OrderNumbers numbers;
    private final OrderEntry entry;
    private final Settings settings;
    private final Teller teller;
    private final String account;
    private int last;
    private int lastBound;
    private boolean bindsAlways;

    ManualOrders(
            OrderBook book, OrderNumbers numbers, OrderEntry entry, Settings settings, Teller teller, String account) {
        this.book = book;
        this.numbers = numbers;
        this.entry = entry;
        this.settings = settings;
        this.teller = teller;
        this.account = account;
    }

    /** Places one; the account-wide number of the order, or empty when it was refused. */
    OptionalLong place(String symbol, Side side, BigDecimal quantity, @Nullable BigDecimal limit, String tif) {
        Fields fields = new Fields()
                .put("order.action", side.name())
                .put("order.totalQuantity", quantity)
                .put("order.orderType", limit == null ? "MKT" : "LMT")
                .put("order.tif", tif)
                .put("order.account", account)
                .put("order.transmit", "1");
        if (limit != null) {
            fields.put("order.lmtPrice", limit);
        }
        OrderKey key = new OrderKey(OrderKey.MANUAL, ++last);
        long before = numbers.lastPermId();
        entry.enter(key, new Request.PlaceOrder(0, ContractQuery.stock(symbol), fields));
        if (bindsAlways) {
            bindAll();
        }
        return numbers.lastPermId() == before ? OptionalLong.empty() : OptionalLong.of(numbers.lastPermId());
    }

    /** Binds every manual order that is open, and those to come when asked to. */
    void bind(boolean alsoLater) {
        bindsAlways = alsoLater;
        if (alsoLater) {
            bindAll();
        }
    }

    /** Binds every manual order that is open. */
    void bindAll() {
        List<WorkingOrder> unbound =
                book.open().stream().filter(order -> order.key().isManual()).toList();
        for (WorkingOrder order : unbound) {
            book.rebind(order, new OrderKey(BINDING_CLIENT, nextId()));
            teller.bound(order);
        }
    }

    private int nextId() {
        if (settings.rules().bindsWithNegativeIds()) {
            return --lastBound;
        }
        OrderKey next = new OrderKey(BINDING_CLIENT, numbers.nextValidId(BINDING_CLIENT));
        numbers.use(next);
        return next.orderId();
    }
}
