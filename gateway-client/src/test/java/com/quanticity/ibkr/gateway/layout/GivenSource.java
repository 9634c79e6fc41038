package com.quanticity.ibkr.gateway.layout;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values somebody wrote down for a message, as nested maps and lists under the names of the tables; what is not given is what a
 * gateway writes when it has nothing to say. The given ones are remembered as a JSON vector would have them.
 */
public final class GivenSource implements Layout.Source {

    private static final Set<String> UNSET =
            Set.of("2147483647", "9223372036854775807", "1.7976931348623157E308", "1.7976931348623157E+308");

    private final Map<String, ? extends @Nullable Object> fields;
    private final Map<String, @Nullable Object> given = new LinkedHashMap<>();

    public GivenSource(Map<String, ? extends @Nullable Object> fields) {
        this.fields = fields;
    }

    /** The given values by path, in the order of the frame. */
    public Map<String, @Nullable Object> given() {
        return given;
    }

    @Override
    public int count(String path) {
        return at(path) instanceof List<?> list ? list.size() : 0;
    }

    @Override
    public String value(String path, Field field) {
        Object value = at(path);
        if (value == null || value instanceof Map<?, ?>) {
            return field.neutral();
        }
        String text = value instanceof Boolean flag ? (flag ? "1" : "0") : String.valueOf(value);
        if (!text.isEmpty() && !UNSET.contains(text.toUpperCase(Locale.ROOT))) {
            given.put(path, typed(text, field));
        }
        return text;
    }

    private static Object typed(String text, Field field) {
        return switch (field.type()) {
            case "int", "long", "int(unset)" -> Long.valueOf(text);
            case "double", "double(unset)" -> new BigDecimal(text);
            case "bool" -> text.equals("1");
            default -> text;
        };
    }

    private @Nullable Object at(String path) {
        Object node = fields;
        for (String step : path.replace("]", "").split("[.\\[]")) {
            node = node instanceof List<?> list
                    ? list.get(Integer.parseInt(step))
                    : node instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return node;
    }
}
