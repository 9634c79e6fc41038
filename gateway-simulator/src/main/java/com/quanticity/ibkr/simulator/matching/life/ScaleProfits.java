package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderNumbers;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.Scale;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Closes the filled components of a scale order at a profit: each gets a limit order of its own on the other side, under
 * the client's next order id, which names the scale order by its account-wide number. How a real gateway numbers them is
 * not documented.
 */
public final class ScaleProfits {

    private final OrderBook book;
    private final OrderNumbers numbers;
    private final Alarms clock;

    public ScaleProfits(OrderBook book, OrderNumbers numbers, Alarms clock) {
        this.book = book;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** The order for the component that a fill completed; empty when none did, or nothing is to be closed. */
    Optional<WorkingOrder> afterFill(WorkingOrder order, BigDecimal shares) {
        Scale scale = order.terms().scale();
        if (scale == null || scale.profitOffset() == null) {
            return Optional.empty();
        }
        BigDecimal before = order.filled().subtract(shares);
        BigDecimal end = scale.endOfComponent(before).min(order.terms().quantity());
        return order.filled().compareTo(end) < 0
                ? Optional.empty()
                : Optional.of(closing(order, sizeOfComponent(scale, end), scale.profitOffset()));
    }

    private static BigDecimal sizeOfComponent(Scale scale, BigDecimal end) {
        BigDecimal begin = BigDecimal.ZERO;
        while (scale.endOfComponent(begin).compareTo(end) < 0) {
            begin = scale.endOfComponent(begin);
        }
        return end.subtract(begin);
    }

    private WorkingOrder closing(WorkingOrder order, BigDecimal size, BigDecimal offset) {
        OrderTerms terms = order.terms();
        BigDecimal limit = terms.side().opposite().moreAggressive(order.lastFillPrice(), offset.negate());
        OrderKey key = new OrderKey(
                order.key().clientId(), numbers.nextValidId(order.key().clientId()));
        numbers.use(key);
        Fields fields = new Fields()
                .put("order.action", terms.side().opposite().name())
                .put("order.totalQuantity", size)
                .put("order.orderType", "LMT")
                .put("order.lmtPrice", limit)
                .put("order.tif", terms.timeInForce().wireText())
                .put("order.account", order.account().code())
                .put("order.orderRef", order.fields().text("order.orderRef"))
                .put("order.transmit", "1");
        WorkingOrder closing = new WorkingOrder(
                key,
                numbers.nextPermId(),
                order.account(),
                order.contract(),
                order.legs(),
                OrderTerms.plain(terms.side().opposite(), size, limit, terms.timeInForce()),
                fields,
                clock.now(),
                order.priority());
        closing.descendFrom(order);
        book.add(closing);
        return closing;
    }
}
