package com.quanticity.ibkr.gateway.internal.wire;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.order.OrderBestPeg;
import com.quanticity.ibkr.gateway.order.OrderCombo.LegPrice;
import com.quanticity.ibkr.gateway.order.OrderCondition;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares our records with the members of a vector. Component names are the API's, so a record flattens to the vector's object:
 *
 * <ul>
 *   <li>A member is left out when neutral: null, empty, false, and zero unless the component may be null (the outside-hours
 *       margins apart, whose zero the official decoder does not tell from unset).
 *   <li>Numbers compare by value, never by spelling.
 *   <li>What our decoder makes neutral is neutral in the vector too: the literal maxima in margin texts, a right of {@code ?} or
 *       {@code 0}, {@code None} as hedge or adjusted order type, {@code ?} as hedge open/close, {@code 0} as rule 80A.
 * </ul>
 */
final class VectorMembers {

    private static final Set<String> UNSET_TEXTS = Set.of("1.7976931348623157E308", "1.7976931348623157e+308");
    private static final Map<String, Set<String>> NEUTRAL_WORDS = Map.of(
            "right", Set.of("?", "0"),
            "deltaNeutralOrderType", Set.of("None"),
            "adjustedOrderType", Set.of("None"),
            "deltaNeutralOpenClose", Set.of("?"),
            "rule80A", Set.of("0"));

    private VectorMembers() {}

    /** The members of a record that are not neutral. */
    static Map<String, Object> of(Record value) {
        Map<String, Object> members = new TreeMap<>();
        collect(value, members, "");
        return members;
    }

    /** A vector's object in the same form. */
    static Map<String, Object> ofVector(Map<?, ?> args) {
        Map<String, Object> members = new TreeMap<>();
        args.forEach((key, value) -> {
            String name = (String) key;
            if (!NEUTRAL_WORDS.getOrDefault(name, Set.of()).contains(String.valueOf(value))) {
                put(members, name, normalise(value), true);
            }
        });
        return members;
    }

    private static void collect(Record record, Map<String, Object> members, String suffix) {
        if (record instanceof OrderBestPeg peg && peg.competeUpToMid()) {
            members.put("competeAgainstBestOffset", "Infinity");
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = valueOf(component, record);
            String name = component.getName();
            if (name.equals("competeUpToMid")) {
                continue;
            }
            if (value instanceof Record theme && isTheme(name, theme)) {
                collect(theme, members, name.equals("marginOutsideRth") ? "OutsideRTH" : suffix);
            } else {
                boolean keepsZero = (mayBeNull(component) || value instanceof String) && suffix.isEmpty();
                put(members, vectorName(name) + suffix, normalise(value), keepsZero);
            }
        }
    }

    private static String vectorName(String component) {
        return component.equals("tickTypeCode") ? "tickType" : component;
    }

    private static boolean isTheme(String name, Record value) {
        return (value.getClass().getSimpleName().startsWith("Order") && !(value instanceof OrderCondition))
                || name.startsWith("margin")
                || name.equals("fund");
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value, boolean keepsZero) {
        boolean neutral = value == null
                || value.equals("")
                || value.equals(false)
                || value.equals(List.of())
                || value.equals(Map.of())
                || (value instanceof BigDecimal number && number.signum() == 0 && !keepsZero);
        if (!neutral) {
            members.put(name, value);
        }
    }

    private static @Nullable Object normalise(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case TagValue tag -> list(List.of(tag.tag(), tag.value()));
            case LegPrice(BigDecimal price) -> price == null ? "unset" : plain(price);
            case OrderCondition condition -> condition(condition);
            case Record record -> of(record);
            case Map<?, ?> map -> ofVector(map);
            case List<?> list -> list(list);
            case String text -> UNSET_TEXTS.contains(text) ? "" : numberOrText(text);
            case BigDecimal number -> plain(number);
            case Number number -> plain(new BigDecimal(number.toString()));
            default -> value;
        };
    }

    private static List<Object> list(List<?> list) {
        List<Object> result = new ArrayList<>();
        for (Object element : list) {
            Object normal = normalise(element);
            result.add(normal == null ? "unset" : normal);
        }
        return result;
    }

    private static Map<String, Object> condition(OrderCondition condition) {
        Map<String, Object> members = of((Record) condition);
        members.put("type", plain(BigDecimal.valueOf(condition.type())));
        return members;
    }

    private static Object numberOrText(String text) {
        if (!text.matches("-?\\d+(\\.\\d+)?")) {
            return text;
        }
        return plain(new BigDecimal(text));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Names of one object moved or taken out, for events whose shape differs from the vector's. */
    static Map<String, Object> without(Map<String, Object> members, String... names) {
        Map<String, Object> rest = new LinkedHashMap<>(members);
        rest.keySet().removeAll(Set.of(names));
        return rest;
    }
}
