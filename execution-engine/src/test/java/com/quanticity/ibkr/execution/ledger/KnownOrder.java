package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;

/** One order as the ledger would know it, for tests of what decides by it. Each call tells one more fact. */
public final class KnownOrder {

    private static final ClientId CLIENT = ClientId.of(1);
    private static final OrderId NUMBER = OrderId.of(7);

    private ChildOrder order;
    private BigDecimal filled = BigDecimal.ZERO;

    private KnownOrder(ChildOrder order) {
        this.order = order;
    }

    public static KnownOrder stored(Order order, Instant at) {
        return new KnownOrder(ChildOrder.stored("01J0000000000000000000PRNT", order, at));
    }

    public ChildOrder order() {
        return order;
    }

    public ClientOrderId id() {
        return order.snapshot().order().clientOrderId();
    }

    public KnownOrder accepted(Instant at) {
        return learn(new OrderEvent.Accepted(id(), CLIENT, NUMBER, at), at);
    }

    public KnownOrder working(Instant at) {
        return learn(
                new OrderEvent.Working(id(), CLIENT, NUMBER, null, "Submitted", BigDecimal.ZERO, BigDecimal.ONE, at),
                at);
    }

    public KnownOrder unknown(Instant at) {
        return learn(new OrderEvent.Unknown(id(), CLIENT, NUMBER, "the link was lost", at), at);
    }

    public KnownOrder denied(Instant at) {
        return learn(new OrderEvent.Denied(id(), DenialReason.TRADING_HALTED, "halted", "", "", at), at);
    }

    public KnownOrder rejected(Instant at) {
        return learn(new OrderEvent.Rejected(id(), CLIENT, NUMBER, 201, "no margin", at), at);
    }

    public KnownOrder cancelled(Instant at) {
        return learn(new OrderEvent.Cancelled(id(), CLIENT, NUMBER, null, "Cancelled", "", at), at);
    }

    public KnownOrder cancelAsked(Instant at) {
        order = order.cancelRequested(at);
        return this;
    }

    public KnownOrder cancelPending(Instant at) {
        return learn(new OrderEvent.CancelPending(id(), at), at);
    }

    public KnownOrder cancelRefused(Instant at) {
        return learn(new OrderEvent.RequestRefused(id(), 161, "not cancellable", at), at);
    }

    public KnownOrder changePending(String modificationId, BigDecimal quantity, Instant at) {
        return learn(new OrderEvent.ModifyPending(id(), modificationId, OrderChange.quantity(quantity), at), at);
    }

    public KnownOrder changeRefused(String modificationId, Instant at) {
        return learn(
                new OrderEvent.ModifyFailed(
                        id(), modificationId, OrderEvent.ModifyFailure.REFUSED, "104", "cannot modify", at),
                at);
    }

    public KnownOrder filled(String quantity, String price, Instant at) {
        filled = filled.add(new BigDecimal(quantity));
        order = order.with(order.facts(), FillTotals.of(filled, filled.multiply(new BigDecimal(price)), null), at);
        return this;
    }

    private KnownOrder learn(OrderEvent event, Instant at) {
        BigDecimal price = order.snapshot().averagePrice();
        FillTotals totals = FillTotals.of(filled, price == null ? BigDecimal.ZERO : filled.multiply(price), null);
        order = order.with(order.facts().after(event), totals, at);
        return this;
    }
}
