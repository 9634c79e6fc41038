package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.gateway.order.condition.OrderCondition;
import com.quanticity.ibkr.gateway.order.condition.OrderConditions;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.order.attribute.OrderCondition.Execution;
import com.quanticity.ibkr.model.order.attribute.OrderCondition.Join;
import com.quanticity.ibkr.model.order.attribute.OrderCondition.Margin;
import com.quanticity.ibkr.model.order.attribute.OrderCondition.PercentChange;
import com.quanticity.ibkr.model.order.attribute.OrderCondition.Price;
import com.quanticity.ibkr.model.order.attribute.OrderCondition.Time;
import com.quanticity.ibkr.model.order.attribute.OrderCondition.Volume;
import com.quanticity.ibkr.model.order.attribute.TriggerMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of orders, both ways. Read back, a contract is named by its id. Source: wire specification, orders section 2. */
final class ConditionTranslator {

    private ConditionTranslator() {}

    static OrderConditions wire(
            com.quanticity.ibkr.model.order.attribute.@Nullable OrderConditions conditions,
            OrderTranslator.Links links) {
        return conditions == null
                ? OrderConditions.NONE
                : new OrderConditions(
                        conditions.all().stream()
                                .map(condition -> wire(condition, links))
                                .toList(),
                        conditions.outsideRth(),
                        conditions.cancels());
    }

    /** Null without conditions, and when one of them cannot be told in the desk's words. */
    static com.quanticity.ibkr.model.order.attribute.@Nullable OrderConditions read(OrderConditions conditions) {
        List<com.quanticity.ibkr.model.order.attribute.OrderCondition> all = new ArrayList<>();
        for (OrderCondition condition : conditions.conditions()) {
            com.quanticity.ibkr.model.order.attribute.OrderCondition read = read(condition);
            if (read == null) {
                return null;
            }
            all.add(read);
        }
        return all.isEmpty()
                ? null
                : new com.quanticity.ibkr.model.order.attribute.OrderConditions(
                        all, conditions.conditionsIgnoreRth(), conditions.conditionsCancelOrder());
    }

    private static OrderCondition wire(
            com.quanticity.ibkr.model.order.attribute.OrderCondition condition, OrderTranslator.Links links) {
        String join = condition.join() == Join.AND ? "a" : "o";
        return switch (condition) {
            case Price price -> {
                Contract contract = links.contract(price.symbol());
                yield new OrderCondition.Price(
                        join,
                        price.above(),
                        price.price(),
                        contract.id().value(),
                        contract.exchange(),
                        price.triggerMethod().wireCode());
            }
            case Time time -> new OrderCondition.Time(join, time.after(), OrderTimes.zoned(time.at()));
            case Margin margin -> new OrderCondition.Margin(join, margin.above(), margin.percent());
            case Execution execution ->
                new OrderCondition.Execution(
                        join, execution.securityType().wireCode(), execution.exchange(), execution.symbol());
            case Volume volume -> {
                Contract contract = links.contract(volume.symbol());
                yield new OrderCondition.Volume(
                        join, volume.above(), volume.volume(), contract.id().value(), contract.exchange());
            }
            case PercentChange change -> {
                Contract contract = links.contract(change.symbol());
                yield new OrderCondition.PercentChange(
                        join, change.above(), change.percent(), contract.id().value(), contract.exchange());
            }
        };
    }

    private static com.quanticity.ibkr.model.order.attribute.@Nullable OrderCondition read(OrderCondition condition) {
        Join join = condition.conjunction().equals("o") ? Join.OR : Join.AND;
        return switch (condition) {
            case OrderCondition.Price price ->
                TriggerMethod.ofWireCode(price.triggerMethod())
                        .map(method -> new Price(
                                join, symbol(price.conId(), price.exchange()), price.isMore(), price.value(), method))
                        .orElse(null);
            case OrderCondition.Time time -> {
                Instant at = OrderTimes.read(time.value());
                yield at == null ? null : new Time(join, time.isMore(), at);
            }
            case OrderCondition.Margin margin -> new Margin(join, margin.isMore(), margin.value());
            case OrderCondition.Execution execution ->
                new Execution(
                        join,
                        SecurityType.ofWireCode(execution.secType()),
                        execution.execExchange(),
                        execution.symbol());
            case OrderCondition.Volume volume ->
                new Volume(join, symbol(volume.conId(), volume.exchange()), volume.isMore(), volume.value());
            case OrderCondition.PercentChange change ->
                new PercentChange(join, symbol(change.conId(), change.exchange()), change.isMore(), change.value());
        };
    }

    private static String symbol(int conId, String exchange) {
        return new ContractSpec.ById(ContractId.of(conId), exchange.isEmpty() ? ContractSpec.SMART : exchange).text();
    }
}
