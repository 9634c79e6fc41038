package com.quanticity.ibkr.gateway.inspect;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.GatewayContractDetails;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderState;
import com.quanticity.ibkr.gateway.order.MarginPreview;
import com.quanticity.ibkr.gateway.order.OrderAllocation;
import com.quanticity.ibkr.gateway.order.OrderCombo.LegPrice;
import com.quanticity.ibkr.gateway.order.condition.OrderCondition;
import com.quanticity.ibkr.gateway.order.peg.OrderBestPeg;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON objects. Component names are the API's. An order's themes are spread into the order; in objects of the API a member
 * is left out when it is neutral: null, empty, false, and zero unless its component may be null.
 */
final class Members {

    /** Members of type {@code dec} in the wire specification: texts in JSON. */
    private static final Set<String> SIZES = Set.of(
            "size",
            "bidSize",
            "askSize",
            "sizeBid",
            "sizeAsk",
            "volume",
            "wap",
            "position",
            "filled",
            "remaining",
            "shares",
            "cumQty",
            "totalQuantity",
            "filledQuantity",
            "minSize",
            "sizeIncrement",
            "suggestedSizeIncrement",
            "suggestedSize",
            "positionDesired",
            "positionAfter",
            "desiredAllocQty",
            "allowedAllocQty");

    private Members() {}

    /** True for sizes, quantities and regular-hours margins. */
    static boolean isNumberInText(String name) {
        return SIZES.contains(name) || name.contains("Margin") || name.startsWith("equityWithLoan");
    }

    /** Every component, null where there is no value. */
    static Map<String, @Nullable Object> allOf(Record record) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = wireName(component.getName());
            members.put(name, json(name, valueOf(component, record)));
        }
        return members;
    }

    /** The components that are not neutral. */
    static Map<String, @Nullable Object> of(Record record) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        collect(record, members);
        return members;
    }

    private static void collect(Record record, Map<String, @Nullable Object> members) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = valueOf(component, record);
            String name = component.getName();
            if (value instanceof MarginPreview margin) {
                collectMargin(margin, name.equals("marginOutsideRth"), members);
            } else if (value instanceof Record theme && isTheme(name, theme)) {
                collect(theme, members);
            } else if (!name.equals("competeUpToMid")) {
                put(members, component, json(name, value));
            }
        }
        if (record instanceof OrderBestPeg peg && peg.competeUpToMid()) {
            members.put("competeAgainstBestOffset", "Infinity");
        }
    }

    /** Texts in regular hours, numbers outside of them, where zero is not told from unset. */
    private static void collectMargin(MarginPreview margin, boolean outside, Map<String, @Nullable Object> members) {
        for (RecordComponent component : MarginPreview.class.getRecordComponents()) {
            if (valueOf(component, margin) instanceof BigDecimal value && !(outside && value.signum() == 0)) {
                members.put(
                        component.getName() + (outside ? "OutsideRTH" : ""),
                        outside ? plain(value) : value.toPlainString());
            }
        }
    }

    private static boolean isTheme(String name, Record value) {
        return (value.getClass().getSimpleName().startsWith("Order") && !(value instanceof OrderCondition))
                || name.equals("fund")
                || name.equals("bond");
    }

    private static void put(Map<String, @Nullable Object> members, RecordComponent component, @Nullable Object value) {
        boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean neutral = value == null
                || value.equals("")
                || value.equals(false)
                || value.equals(List.of())
                || value.equals(Map.of())
                || (!mayBeNull && value instanceof Number number && new BigDecimal(number.toString()).signum() == 0);
        if (!neutral) {
            members.put(component.getName(), value);
        }
    }

    /** A value as JSON has it; the name decides whether a decimal is a text. */
    static @Nullable Object json(String name, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> SIZES.contains(name) ? plain(number).toPlainString() : plain(number);
            case Double number -> number.isNaN() ? null : number;
            case Instant time -> time.getEpochSecond();
            case TagValue(String tag, String text) -> List.of(tag, text);
            case LegPrice(BigDecimal price) -> price == null ? null : plain(price);
            case OrderCondition condition -> condition(condition);
            case GatewayContract object -> of(object);
            case GatewayContractDetails object -> of(object);
            case GatewayExecution object -> of(object);
            case GatewayOrder object -> of(object);
            case GatewayOrderState object -> of(object);
            case OrderAllocation object -> of(object);
            case ComboLeg object -> of(object);
            case Record record -> allOf(record);
            case List<?> list -> list(name, list);
            // Texts, integers, booleans, and objects that are JSON already.
            default -> value;
        };
    }

    private static List<@Nullable Object> list(String name, List<?> list) {
        List<@Nullable Object> result = new ArrayList<>();
        for (Object element : list) {
            result.add(json(name, element));
        }
        return result;
    }

    private static Map<String, @Nullable Object> condition(OrderCondition condition) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", condition.type());
        members.putAll(of((Record) condition));
        return members;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String wireName(String component) {
        return component.equals("tickTypeCode") ? "tickType" : component;
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + "; report it", e);
        }
    }
}
