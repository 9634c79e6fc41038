package com.quanticity.ibkr.gateway.tws.bag;

import com.ib.client.ContractCondition;
import com.ib.client.ExecutionCondition;
import com.ib.client.MarginCondition;
import com.ib.client.OperatorCondition;
import com.ib.client.OrderConditionType;
import com.ib.client.PercentChangeCondition;
import com.ib.client.PriceCondition;
import com.ib.client.TimeCondition;
import com.ib.client.VolumeCondition;
import com.quanticity.ibkr.gateway.order.condition.OrderCondition;

/** Conditions of an order, whose kinds are classes on both sides. */
final class Conditions {

    private Conditions() {}

    static com.ib.client.OrderCondition bag(OrderCondition condition) {
        com.ib.client.OrderCondition bag = switch (condition) {
            case OrderCondition.Price price -> bag(price);
            case OrderCondition.Time time -> bag(time);
            case OrderCondition.Margin margin -> bag(margin);
            case OrderCondition.Execution execution -> bag(execution);
            case OrderCondition.Volume volume -> bag(volume);
            case OrderCondition.PercentChange change -> bag(change);
        };
        bag.conjunctionConnection(condition.conjunction().equals("a"));
        return bag;
    }

    private static com.ib.client.OrderCondition bag(OrderCondition.Price price) {
        PriceCondition bag =
                (PriceCondition) watching(OrderConditionType.Price, price.isMore(), price.conId(), price.exchange());
        bag.price(Values.number(price.value()));
        bag.triggerMethod(price.triggerMethod());
        return bag;
    }

    private static com.ib.client.OrderCondition bag(OrderCondition.Time time) {
        TimeCondition bag = (TimeCondition) comparing(OrderConditionType.Time, time.isMore());
        bag.time(time.value());
        return bag;
    }

    private static com.ib.client.OrderCondition bag(OrderCondition.Margin margin) {
        MarginCondition bag = (MarginCondition) comparing(OrderConditionType.Margin, margin.isMore());
        bag.percent(margin.value());
        return bag;
    }

    private static com.ib.client.OrderCondition bag(OrderCondition.Execution execution) {
        ExecutionCondition bag = (ExecutionCondition) com.ib.client.OrderCondition.create(OrderConditionType.Execution);
        bag.secType(execution.secType());
        bag.exchange(execution.execExchange());
        bag.symbol(execution.symbol());
        return bag;
    }

    private static com.ib.client.OrderCondition bag(OrderCondition.Volume volume) {
        VolumeCondition bag = (VolumeCondition)
                watching(OrderConditionType.Volume, volume.isMore(), volume.conId(), volume.exchange());
        bag.volume(volume.value());
        return bag;
    }

    private static com.ib.client.OrderCondition bag(OrderCondition.PercentChange change) {
        PercentChangeCondition bag = (PercentChangeCondition)
                watching(OrderConditionType.PercentChange, change.isMore(), change.conId(), change.exchange());
        bag.changePercent(Values.number(change.value()));
        return bag;
    }

    private static OperatorCondition comparing(OrderConditionType type, boolean isMore) {
        OperatorCondition bag = (OperatorCondition) com.ib.client.OrderCondition.create(type);
        bag.isMore(isMore);
        return bag;
    }

    private static ContractCondition watching(OrderConditionType type, boolean isMore, int conId, String exchange) {
        ContractCondition bag = (ContractCondition) comparing(type, isMore);
        bag.conId(conId);
        bag.exchange(exchange);
        return bag;
    }

    static OrderCondition condition(com.ib.client.OrderCondition bag) {
        String conjunction = bag.conjunctionConnection() ? "a" : "o";
        return switch (bag) {
            case PriceCondition price ->
                new OrderCondition.Price(
                        conjunction,
                        price.isMore(),
                        Values.required(price.price()),
                        price.conId(),
                        Values.text(price.exchange()),
                        price.triggerMethod());
            case TimeCondition time -> new OrderCondition.Time(conjunction, time.isMore(), Values.text(time.time()));
            case MarginCondition margin -> new OrderCondition.Margin(conjunction, margin.isMore(), margin.percent());
            case ExecutionCondition execution ->
                new OrderCondition.Execution(
                        conjunction,
                        Values.text(execution.secType()),
                        Values.text(execution.exchange()),
                        Values.text(execution.symbol()));
            case VolumeCondition volume ->
                new OrderCondition.Volume(
                        conjunction, volume.isMore(), volume.volume(), volume.conId(), Values.text(volume.exchange()));
            case PercentChangeCondition change ->
                new OrderCondition.PercentChange(
                        conjunction,
                        change.isMore(),
                        Values.required(change.changePercent()),
                        change.conId(),
                        Values.text(change.exchange()));
            // The client's own class of another kind: it has no such class in any version we know.
            default -> throw new IllegalArgumentException("condition of unknown kind " + bag.type());
        };
    }
}
