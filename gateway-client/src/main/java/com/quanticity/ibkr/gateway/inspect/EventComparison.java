package com.quanticity.ibkr.gateway.inspect;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares an event with a line of a vector file, argument by argument under its name:
 *
 * <ul>
 *   <li>Numbers compare by value, never by spelling, and so do sizes and margins, which are texts.
 *   <li>A member that is absent, null, empty or false is the same as one that is not given.
 *   <li>What our decoder makes neutral is neutral in the vector too: the literal maxima in margin texts, a right of {@code ?} or
 *       {@code 0}, {@code None} as hedge or adjusted order type, {@code ?} as hedge open/close, {@code 0} as rule 80A, the comma after
 *       the last account.
 * </ul>
 */
public final class EventComparison {

    private static final Set<String> UNSET_TEXTS = Set.of("1.7976931348623157E308", "1.7976931348623157e+308");
    private static final Map<String, Set<String>> NEUTRAL_WORDS = Map.of(
            "right", Set.of("?", "0"),
            "deltaNeutralOrderType", Set.of("None"),
            "adjustedOrderType", Set.of("None"),
            "deltaNeutralOpenClose", Set.of("?"),
            "rule80A", Set.of("0"));

    private EventComparison() {}

    /**
     * Where the event differs from the vector, as {@code path: ours / theirs}; empty when they say the same.
     *
     * @param vector one line of a vector file: {@code callback}, {@code args}, perhaps {@code then}
     */
    public static List<String> differences(GatewayEvent event, Map<String, ? extends @Nullable Object> vector) {
        Map<String, @Nullable Object> ours = EventJson.toMap(event);
        List<String> differences = new ArrayList<>();
        for (String part : List.of("callback", "args", "then", "problem")) {
            compare(part, neutralFree(part, ours.get(part)), neutralFree(part, vector.get(part)), differences);
        }
        return differences;
    }

    private static void compare(String path, @Nullable Object ours, @Nullable Object theirs, List<String> differences) {
        if (Objects.equals(ours, theirs)) {
            return;
        }
        if (ours instanceof Map<?, ?> left && theirs instanceof Map<?, ?> right) {
            Set<Object> names = new TreeSet<>(left.keySet());
            names.addAll(right.keySet());
            names.forEach(name -> compare(path + "." + name, left.get(name), right.get(name), differences));
        } else if (ours instanceof List<?> left && theirs instanceof List<?> right && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(path + "[" + i + "]", left.get(i), right.get(i), differences);
            }
        } else {
            differences.add(path + ": " + ours + " / " + theirs);
        }
    }

    /** Null for everything that means "not given". */
    private static @Nullable Object neutralFree(String name, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag ? true : null;
            case Map<?, ?> map -> object(map);
            case List<?> list -> list(name, list);
            case String text -> text(name, text);
            case Number number -> plain(new BigDecimal(number.toString()));
            // JSON knows nothing else.
            default -> value;
        };
    }

    private static @Nullable Object object(Map<?, ?> map) {
        Map<String, Object> members = new TreeMap<>();
        map.forEach((key, value) -> {
            Object member = neutralFree(String.valueOf(key), value);
            if (member != null) {
                members.put(String.valueOf(key), member);
            }
        });
        return members.isEmpty() ? null : members;
    }

    private static @Nullable Object list(String name, List<?> list) {
        List<@Nullable Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(neutralFree(name, element)));
        return elements.isEmpty() ? null : elements;
    }

    private static @Nullable Object text(String name, String text) {
        if (text.isEmpty()
                || UNSET_TEXTS.contains(text)
                || NEUTRAL_WORDS.getOrDefault(name, Set.of()).contains(text)) {
            return null;
        }
        if (name.equals("accountsList") && text.endsWith(",")) {
            return text.substring(0, text.length() - 1);
        }
        return Members.isNumberInText(name) && text.matches("-?\\d{1,100}(\\.\\d{1,100})?")
                ? plain(new BigDecimal(text))
                : text;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
