package com.quanticity.ibkr.execution.idempotency;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Terms in a form that is equal exactly for equal requests, whatever ids they got: 1.50 and 1.5 are the same quantity. */
public final class Fingerprint {

    private static final ClientOrderId NONE = ClientOrderId.of("00000000000000000000000000");
    private static final Pattern DECIMAL = Pattern.compile("\"(-?\\d+)(?:\\.(\\d*?)0*)?\"");

    private Fingerprint() {}

    /** Plain market and limit orders keep the form they had before there were others. */
    public static String of(Order order) {
        boolean isPlain = (order.type() == OrderType.MARKET || order.type() == OrderType.LIMIT)
                && order.attributes().equals(OrderAttributes.NONE)
                && order.lifetime().equals(Lifetime.of(order.timeInForce()))
                && order.algorithm() == null
                && order.person() == null;
        return isPlain ? plain(order) : canonical(ModelJson.write(withoutId(order)));
    }

    /** Parent and group name are ids of this service, other ones with each request. */
    public static String of(OrderGroup group) {
        OcaGroup oca = group.orders().getFirst().attributes().oca();
        return group.kind() + "|" + (oca == null ? "" : oca.type()) + "\n"
                + group.orders().stream()
                        .map(order -> of(order.withAttributes(withoutIds(order.attributes(), group.kind()))))
                        .collect(Collectors.joining("\n"));
    }

    private static OrderAttributes withoutIds(OrderAttributes attributes, OrderGroup.Kind kind) {
        return attributes.toBuilder()
                .parent(null)
                .oca(kind == OrderGroup.Kind.OCA ? null : attributes.oca())
                .build();
    }

    private static Order withoutId(Order order) {
        return new Order(
                NONE,
                order.account(),
                order.symbol(),
                order.side(),
                order.quantity(),
                order.terms(),
                order.lifetime(),
                order.attributes(),
                order.strategy(),
                order.algorithm(),
                order.person());
    }

    private static String canonical(String json) {
        return DECIMAL.matcher(json).replaceAll(found -> {
            String fraction = found.group(2);
            return '"' + found.group(1) + (fraction == null || fraction.isEmpty() ? "" : "." + fraction) + '"';
        });
    }

    private static String plain(Order order) {
        BigDecimal limitPrice = order.limitPrice();
        return String.join(
                "|",
                order.symbol(),
                order.side().name(),
                order.type().name(),
                Columns.canonical(order.quantity()).toPlainString(),
                limitPrice == null ? "" : Columns.canonical(limitPrice).toPlainString(),
                order.timeInForce().name(),
                order.account(),
                order.strategy());
    }
}
