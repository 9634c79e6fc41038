package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.execution.parent.BracketTerms;
import com.quanticity.ibkr.execution.parent.Parent;
import com.quanticity.ibkr.execution.parent.ParentTerms;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The orders of a bracket. Legs live until they are cancelled, and share one group that reduces each by the other's fills. Pure. */
final class BracketOrders {

    private BracketOrders() {}

    /** Entry, stop and, when wanted, target, as the broker's own bracket. */
    static OrderGroup group(Parent parent, Supplier<ClientOrderId> ids) {
        ParentTerms terms = parent.terms();
        BracketTerms prices = prices(terms);
        Order entry = order(terms, ids.get(), terms.side(), terms.quantity(), OrderTerms.of(prices.entryLimit()));
        List<Order> legs = new ArrayList<>();
        legs.add(leg(parent, ids.get(), Leg.Kind.STOP, terms.quantity()));
        if (prices.targetPrice() != null) {
            legs.add(leg(parent, ids.get(), Leg.Kind.TARGET, terms.quantity()));
        }
        return OrderGroup.bracket(parent.parentOrderId(), entry, legs);
    }

    /** A leg of its own, placed after the entry. */
    static Order leg(Parent parent, ClientOrderId id, Leg.Kind kind, BigDecimal quantity) {
        ParentTerms terms = parent.terms();
        Side exit = terms.side() == Side.BUY ? Side.SELL : Side.BUY;
        return order(terms, id, exit, quantity, legTerms(prices(terms), kind))
                .withLifetime(Lifetime.GOOD_TILL_CANCELLED)
                .withAttributes(OrderAttributes.builder()
                        .oca(new OcaGroup("bracket-" + parent.parentOrderId(), OcaType.REDUCE_WITH_BLOCK))
                        .build());
    }

    private static OrderTerms legTerms(BracketTerms prices, Leg.Kind kind) {
        BigDecimal stopLimit = prices.stopLimit();
        return switch (kind) {
            case STOP ->
                stopLimit == null
                        ? new OrderTerms.Stop(prices.stopPrice())
                        : new OrderTerms.StopLimit(prices.stopPrice(), stopLimit);
            case TARGET -> new OrderTerms.Limit(Objects.requireNonNull(prices.targetPrice()));
        };
    }

    private static Order order(ParentTerms terms, ClientOrderId id, Side side, BigDecimal quantity, OrderTerms how) {
        return Order.of(id, terms.symbol(), side, quantity, how, terms.strategy())
                .withAccount(terms.account())
                .decidedBy(terms.algorithm(), terms.person());
    }

    private static BracketTerms prices(ParentTerms terms) {
        return Objects.requireNonNull(terms.bracket());
    }
}
