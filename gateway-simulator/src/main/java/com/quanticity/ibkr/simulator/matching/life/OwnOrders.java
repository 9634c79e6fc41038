package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderNumbers;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.util.List;

/**
 * Makes the limit orders that an order brings about by its fills: each under the client's next order id, naming the first
 * by its account-wide number. How a real gateway numbers them is not documented.
 */
final class OwnOrders {

    private final OrderBook book;
    private final OrderNumbers numbers;
    private final Alarms clock;

    OwnOrders(OrderBook book, OrderNumbers numbers, Alarms clock) {
        this.book = book;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** An order for the same account with the same lifetime, in the book and not yet working. */
    WorkingOrder limit(WorkingOrder from, ListedContract contract, Side side, BigDecimal size, BigDecimal limit) {
        OrderKey key = new OrderKey(
                from.key().clientId(), numbers.nextValidId(from.key().clientId()));
        numbers.use(key);
        Fields fields = new Fields()
                .put("order.action", side.name())
                .put("order.totalQuantity", size)
                .put("order.orderType", "LMT")
                .put("order.lmtPrice", limit)
                .put("order.tif", from.terms().timeInForce().wireText())
                .put("order.account", from.account().code())
                .put("order.orderRef", from.fields().text("order.orderRef"))
                .put("order.transmit", "1");
        WorkingOrder own = new WorkingOrder(
                key,
                numbers.nextPermId(),
                from.account(),
                contract,
                contract.equals(from.contract()) ? from.legs() : List.of(),
                OrderTerms.plain(side, size, limit, from.terms().timeInForce()),
                fields,
                clock.now(),
                from.priority());
        own.descendFrom(from);
        book.add(own);
        return own;
    }
}
