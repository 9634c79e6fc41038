package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderClearing;
import com.quanticity.ibkr.gateway.order.OrderCombo;
import com.quanticity.ibkr.gateway.order.OrderGroup;
import com.quanticity.ibkr.gateway.order.OrderHandling;
import com.quanticity.ibkr.gateway.order.OrderShortSale;
import com.quanticity.ibkr.gateway.order.OrderTiming;
import com.quanticity.ibkr.gateway.order.OrderTrailing;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OpenClose;
import com.quanticity.ibkr.model.order.attribute.ShortSale;
import com.quanticity.ibkr.model.order.attribute.TriggerMethod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The desk's order as the gateway spells it; {@link OrderReader} is the way back. */
public final class OrderTranslator {

    private OrderTranslator() {}

    /** What an order names and the wire wants as numbers. */
    public interface Links {

        /** For orders that name neither a parent nor a contract in a condition. */
        Links NONE = new Links() {
            @Override
            public int orderId(ClientOrderId parent) {
                throw new IllegalArgumentException("parent " + parent + " has no order id; send both in one group");
            }

            @Override
            public Contract contract(String symbol) {
                throw new IllegalArgumentException(
                        "contract '" + symbol + "' of a condition is not resolved; resolve it first");
            }
        };

        /** @throws IllegalArgumentException when the parent has none */
        int orderId(ClientOrderId parent);

        /** @throws IllegalArgumentException when it is not resolved */
        Contract contract(String symbol);
    }

    /** An order that names neither a parent nor a contract in a condition. */
    public static GatewayOrder wire(Order order, String account) {
        return wire(order, account, Links.NONE);
    }

    /**
     * The order as it goes to the wire. The client order id travels in {@code orderRef} and comes back with open orders and executions.
     *
     * @param account the account the gate settled on, never empty
     * @throws IllegalArgumentException when a parent or contract that it names is not known
     */
    public static GatewayOrder wire(Order order, String account, Links links) {
        OrderAttributes attributes = order.attributes();
        GatewayOrder.Builder wire = GatewayOrder.builder()
                .action(action(order))
                .orderType(order.type().wireCode())
                .totalQuantity(order.quantity())
                .account(account)
                .orderRef(order.clientOrderId().value())
                .transmit(attributes.transmit())
                .outsideRth(attributes.outsideRth())
                .group(group(attributes, links))
                .handling(handling(order))
                .shortSale(shortSale(attributes.shortSale()))
                .algo(AlgoTranslator.wire(attributes.algo()))
                .combo(combo(attributes.comboRouting()))
                .conditions(ConditionTranslator.wire(attributes.conditions(), links));
        OpenClose openClose = attributes.openClose();
        if (openClose != null) {
            OrderClearing none = OrderClearing.NONE;
            wire.clearing(new OrderClearing(
                    openClose.wireCode(),
                    none.origin(),
                    none.settlingFirm(),
                    none.clearingAccount(),
                    none.clearingIntent(),
                    none.customerAccount(),
                    none.professionalCustomer(),
                    none.shareholder()));
        }
        lifetime(wire, order.lifetime());
        price(wire, order.terms());
        return wire.build();
    }

    private static OrderCombo combo(Map<String, String> routing) {
        List<TagValue> tags = routing.entrySet().stream()
                .map(tag -> new TagValue(tag.getKey(), tag.getValue()))
                .toList();
        return tags.isEmpty() ? OrderCombo.NONE : new OrderCombo(List.of(), tags, null, null);
    }

    private static String action(Order order) {
        if (order.side() == Side.BUY) {
            return "BUY";
        }
        return order.attributes().shortSale() == null ? "SELL" : "SSHORT";
    }

    private static void lifetime(GatewayOrder.Builder wire, Lifetime lifetime) {
        wire.tif(lifetime.timeInForce().wireCode());
        if (lifetime.until() != null || lifetime.from() != null) {
            wire.timing(new OrderTiming(
                    OrderTimes.dashed(lifetime.from()),
                    OrderTimes.dashed(lifetime.until()),
                    "",
                    "",
                    "",
                    null,
                    false,
                    ""));
        }
    }

    private static void price(GatewayOrder.Builder wire, OrderTerms terms) {
        switch (terms) {
            case OrderTerms.Market _, OrderTerms.MarketOnClose _, OrderTerms.MarketToLimit _ -> {}
            case OrderTerms.Limit limit -> wire.lmtPrice(limit.limitPrice());
            case OrderTerms.LimitOnClose limit -> wire.lmtPrice(limit.limitPrice());
            case OrderTerms.MidPrice middle -> wire.lmtPrice(middle.cap());
            case OrderTerms.Stop stop -> wire.auxPrice(stop.stopPrice());
            case OrderTerms.MarketIfTouched touch -> wire.auxPrice(touch.triggerPrice());
            case OrderTerms.StopLimit stop -> wire.auxPrice(stop.stopPrice()).lmtPrice(stop.limitPrice());
            case OrderTerms.LimitIfTouched touch ->
                wire.auxPrice(touch.triggerPrice()).lmtPrice(touch.limitPrice());
            case OrderTerms.Trail trail ->
                wire.auxPrice(trail.amount()).trailing(new OrderTrailing(trail.stopPrice(), trail.percent(), null));
            case OrderTerms.TrailLimit trail ->
                wire.auxPrice(trail.amount())
                        .lmtPrice(trail.limitPrice())
                        .trailing(new OrderTrailing(trail.stopPrice(), trail.percent(), trail.limitOffset()));
            case OrderTerms.Relative relative ->
                wire.auxPrice(relative.offset()).lmtPrice(relative.cap());
            case OrderTerms.PeggedToMidpoint peg -> wire.auxPrice(peg.offset()).lmtPrice(peg.cap());
        }
    }

    private static OrderGroup group(OrderAttributes attributes, Links links) {
        OcaGroup oca = attributes.oca();
        ClientOrderId parent = attributes.parentClientOrderId();
        if (oca == null && parent == null) {
            return OrderGroup.NONE;
        }
        return new OrderGroup(
                parent == null ? 0 : links.orderId(parent),
                oca == null ? "" : oca.name(),
                oca == null ? 0 : oca.type().wireCode(),
                false);
    }

    private static OrderHandling handling(Order order) {
        OrderAttributes attributes = order.attributes();
        BigDecimal displaySize = attributes.displaySize();
        TriggerMethod trigger = attributes.triggerMethod();
        BigDecimal percent = order.terms() instanceof OrderTerms.Relative relative ? relative.percent() : null;
        OrderHandling none = OrderHandling.NONE;
        if (displaySize == null
                && trigger == null
                && percent == null
                && !attributes.hidden()
                && !attributes.allOrNone()) {
            return none;
        }
        return new OrderHandling(
                none.blockOrder(),
                none.sweepToFill(),
                displaySize == null ? null : displaySize.intValueExact(),
                trigger == null ? 0 : trigger.wireCode(),
                attributes.hidden(),
                attributes.allOrNone(),
                none.minQty(),
                none.rule80A(),
                percent,
                none.overridePercentageConstraints(),
                none.discretionaryAmt(),
                none.optOutSmartRouting(),
                none.notHeld(),
                none.solicited(),
                none.randomizeSize(),
                none.randomizePrice(),
                none.isOmsContainer(),
                none.discretionaryUpToLimitPrice(),
                none.usePriceMgmtAlgo(),
                none.postToAts(),
                none.imbalanceOnly(),
                none.routeMarketableToBbo(),
                none.advancedErrorOverride(),
                none.orderMiscOptions());
    }

    private static OrderShortSale shortSale(@Nullable ShortSale sale) {
        if (sale == null) {
            return OrderShortSale.NONE;
        }
        Integer exempt = sale.exemptCode();
        return new OrderShortSale(
                sale.source() == ShortSale.Source.CLEARING_BROKER ? 1 : 2,
                sale.location(),
                exempt == null ? OrderShortSale.NONE.exemptCode() : exempt);
    }
}
