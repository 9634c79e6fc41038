package com.quanticity.ibkr.gateway.inspect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Typed access to the members of a JSON object, by path, so that an error names the member. What is null is not given. */
final class JsonMembers {

    private final String path;
    private final JsonNode object;
    private final Set<String> unused;

    JsonMembers(String path, JsonNode object) {
        if (!object.isObject()) {
            throw new InspectionException(path + " is no object; write {\"member\": value, …}");
        }
        this.path = path;
        this.object = object;
        this.unused = new TreeSet<>(object.propertyNames());
    }

    /** True for a member that is there and not null. */
    boolean has(String name) {
        unused.remove(name);
        return object.hasNonNull(name);
    }

    /** A misspelt member would otherwise be left out of an order in silence. */
    void refuseUnused() {
        if (!unused.isEmpty()) {
            throw new InspectionException(
                    path + " has no member " + String.join(", ", unused) + "; correct or remove it");
        }
    }

    int integer(String name) {
        JsonNode value = node(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(name, value, "an integer of 32 bits");
        }
        return value.intValue();
    }

    boolean flag(String name) {
        JsonNode value = node(name);
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return value.intValue() != 0;
        }
        if (!value.isBoolean()) {
            throw wrong(name, value, "true or false");
        }
        return value.booleanValue();
    }

    String text(String name) {
        JsonNode value = node(name);
        if (!value.isString()) {
            throw wrong(name, value, "a text");
        }
        return value.stringValue();
    }

    /** What the handshake may carry: printable ASCII. */
    String plainText(String name) {
        String text = has(name) ? text(name) : "";
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw wrong(name, node(name), "printable ASCII");
        }
        return text;
    }

    BigDecimal number(String name) {
        return number(name, node(name));
    }

    boolean isInfinite(String name) {
        JsonNode value = object.path(name);
        return value.isString() && value.stringValue().equals("Infinity");
    }

    JsonMembers object(String name) {
        return new JsonMembers(path + "." + name, node(name));
    }

    List<JsonMembers> objects(String name) {
        List<JsonMembers> objects = new ArrayList<>();
        for (JsonNode element : list(name)) {
            objects.add(new JsonMembers(path + "." + name + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(name)) {
            if (!element.isString()) {
                throw wrong(name, element, "a list of texts");
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    /** Pairs of texts: {@code [["tag", "value"], …]}. */
    List<List<String>> pairs(String name) {
        List<List<String>> pairs = new ArrayList<>();
        for (JsonNode element : list(name)) {
            if (element.size() != 2
                    || !element.path(0).isString()
                    || !element.path(1).isString()) {
                throw wrong(name, element, "a list of [\"tag\", \"value\"]");
            }
            pairs.add(List.of(element.path(0).stringValue(), element.path(1).stringValue()));
        }
        return pairs;
    }

    List<@Nullable BigDecimal> numbers(String name) {
        List<@Nullable BigDecimal> numbers = new ArrayList<>();
        for (JsonNode element : list(name)) {
            numbers.add(element.isNull() ? null : number(name, element));
        }
        return numbers;
    }

    InspectionException wrong(String name, JsonNode value, String wanted) {
        return new InspectionException(path + "." + name + ": " + value + " is not " + wanted + "; correct it");
    }

    private BigDecimal number(String name, JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return new BigDecimal(value.isString() ? value.stringValue() : "");
        } catch (NumberFormatException e) {
            throw wrong(name, value, "a number");
        }
    }

    private JsonNode list(String name) {
        JsonNode value = node(name);
        if (!value.isArray()) {
            throw wrong(name, value, "a list");
        }
        return value;
    }

    private JsonNode node(String name) {
        unused.remove(name);
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new InspectionException(path + "." + name + " is missing; give it");
        }
        return value;
    }
}
