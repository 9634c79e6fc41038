package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.Conditions;
import com.quanticity.ibkr.simulator.matching.terms.OrderCondition;
import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The conditions of an order. */
final class ConditionReader {

    private ConditionReader() {}

    static Conditions read(Fields order, OrderType type, Findings findings) {
        List<Fields> group = order.group("conditions");
        if (group.isEmpty()) {
            return Conditions.NONE;
        }
        findings.refuseIf(
                type != OrderType.MARKET && type != OrderType.LIMIT,
                148,
                "Conditional orders are only valid with order type MKT or LMT.");
        List<Conditions.Link> links = new ArrayList<>();
        boolean isAnd = true;
        for (Fields element : group) {
            links.add(new Conditions.Link(isAnd, condition(element, findings)));
            // the word of an element joins it with the one after it
            isAnd = !element.text("conjunction").equals("o");
        }
        return new Conditions(
                List.copyOf(links), order.flag("order.conditionsCancelOrder"), order.flag("order.conditionsIgnoreRth"));
    }

    private static OrderCondition condition(Fields element, Findings findings) {
        boolean isMore = element.flag("isMore");
        return switch (element.integer("type")) {
            case 1 ->
                new OrderCondition.Price(
                        isMore,
                        number(element, findings),
                        contract(element, findings),
                        PriceReader.triggerMethod(element.integer("triggerMethod"), findings));
            case 3 -> new OrderCondition.Time(isMore, time(element, findings));
            case 4 -> new OrderCondition.Margin(isMore, number(element, findings));
            case 5 ->
                new OrderCondition.Execution(
                        element.text("secType"), element.text("execExchange"), element.text("symbol"));
            case 6 -> new OrderCondition.Volume(isMore, number(element, findings), contract(element, findings));
            case 7 -> new OrderCondition.PercentChange(isMore, number(element, findings), contract(element, findings));
            default -> {
                findings.invalidIf(true, "Invalid condition type " + element.text("type"));
                yield new OrderCondition.Margin(true, BigDecimal.ZERO);
            }
        };
    }

    private static int contract(Fields element, Findings findings) {
        int conId = element.integer("conId");
        findings.refuseIf(conId == 0, 147, "Conditional contract cannot be incomplete: give its conId.");
        return conId;
    }

    private static BigDecimal number(Fields element, Findings findings) {
        String text = element.text("value");
        if (!text.matches("-?\\d+(\\.\\d*)?([eE][+-]?\\d+)?")) {
            findings.invalidIf(true, "Invalid condition value '" + text + "'");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    private static Instant time(Fields element, Findings findings) {
        return findings.time(element.text("value")).orElseGet(() -> {
            findings.refuse(391, "Invalid time of a condition: write YYYYMMDD HH:mm:ss zone.");
            return Instant.EPOCH;
        });
    }
}
