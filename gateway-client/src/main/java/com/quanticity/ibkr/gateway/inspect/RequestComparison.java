package com.quanticity.ibkr.gateway.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares both directions of our request codec with a line of a vector file.
 *
 * <ul>
 *   <li>Written from its arguments, a frame of the official Java client must be equal byte for byte.
 *   <li>A frame of the Python client must mean the same: as many fields, and each pair equal as text, equal as numbers, or one of the
 *       pairs of spellings that the wire specification lists for values that were not set.
 *   <li>Read, every frame must give the vector's arguments. Members that are neutral or a default of the official client do not count,
 *       because vectors hold only what the caller set.
 * </ul>
 */
public final class RequestComparison {

    private static final String MAX_DOUBLE = "1.7976931348623157E308";
    private static final Set<List<String>> SAME_UNSET = Set.of(
            List.of("0.0", ""),
            List.of("2147483647", ""),
            List.of("", "1.7976931348623157e+308"),
            List.of("", MAX_DOUBLE),
            List.of(MAX_DOUBLE, "0"),
            List.of(MAX_DOUBLE, "1.7976931348623157e+308"),
            List.of("DAY", ""),
            List.of("BUY", ""),
            List.of("LMT", ""));
    /** Message versions that the official clients write differently and servers ignore. */
    private static final Map<String, List<String>> OTHER_VERSION = Map.of(
            "CANCEL_MKT_DATA", List.of("1", "2"),
            "REQ_CALC_IMPLIED_VOLAT", List.of("2", "3"),
            "REQ_CALC_OPTION_PRICE", List.of("2", "3"));

    private static final Map<String, Set<Object>> DEFAULTS =
            Map.of("action", Set.of("BUY"), "orderType", Set.of("LMT"), "tif", Set.of("DAY"), "transmit", Set.of(true));
    /** Members with an unset value, for which false or zero says something. */
    private static final Set<String> ZERO_IS_A_VALUE = Set.of("transmit", "scaleInitPosition");

    private static final int SHORTEST_FRAME = 4;

    private RequestComparison() {}

    /**
     * Where we differ from the vector, as {@code place: ours / theirs}; empty when we read and write as it does.
     *
     * @param vector one line of a vector file: {@code name}, {@code serverVersion}, {@code encoder}, {@code args}, {@code hex}
     */
    public static List<String> differences(JsonNode vector) {
        RequestJson codec = new RequestJson(vector.path("serverVersion").asInt());
        byte[] theirs = HexFormat.of().parseHex(vector.path("hex").asString());
        List<String> differences = new ArrayList<>();
        try {
            written(vector, codec.write(vector), theirs, differences);
        } catch (InspectionException e) {
            differences.add("written: " + e.getMessage());
        }
        JsonNode read = codec.read(theirs);
        String message = messageOf(vector);
        if (!read.path("name").asString().equals(message)) {
            differences.add("read name: " + read.path("name").asString() + " / " + message);
        }
        for (String unexpected : List.of("error", "extra")) {
            if (read.has(unexpected)) {
                differences.add("read: " + unexpected + " " + read.path(unexpected));
            }
        }
        compare("args", value(read.path("args")), value(vector.path("args")), differences);
        return differences;
    }

    private static void written(JsonNode vector, byte[] ours, byte[] theirs, List<String> differences) {
        if (vector.path("encoder").asString("").startsWith("java")) {
            if (!Arrays.equals(ours, theirs)) {
                differences.add("written: " + HexFormat.of().formatHex(ours) + " / "
                        + HexFormat.of().formatHex(theirs));
            }
            return;
        }
        List<String> ourFields = fields(ours);
        List<String> theirFields = fields(theirs);
        if (ourFields.size() != theirFields.size()) {
            differences.add("written: " + ourFields.size() + " / " + theirFields.size() + " fields");
            return;
        }
        for (int i = 0; i < ourFields.size(); i++) {
            if (!meansTheSame(vector, ourFields.get(i), theirFields.get(i))) {
                differences.add("written field " + i + ": " + ourFields.get(i) + " / " + theirFields.get(i));
            }
        }
    }

    private static boolean meansTheSame(JsonNode vector, String ours, String theirs) {
        return ours.equals(theirs)
                || SAME_UNSET.contains(List.of(ours, theirs))
                || sameNumber(ours, theirs)
                || List.of(ours, theirs).equals(OTHER_VERSION.get(messageOf(vector)));
    }

    private static String messageOf(JsonNode vector) {
        String name = vector.path("name").asString("");
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static boolean sameNumber(String a, String b) {
        try {
            return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static List<String> fields(byte[] frame) {
        int length = Math.max(0, frame.length - SHORTEST_FRAME);
        return List.of(new String(frame, frame.length - length, length, UTF_8).split("\0", -1));
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

    private static Map<String, Object> members(JsonNode object) {
        Map<String, Object> members = new TreeMap<>();
        object.forEachEntry((name, node) -> {
            Object value = value(node);
            if (value != null && !isNeutral(name, value)) {
                members.put(name, value);
            }
        });
        return members;
    }

    private static boolean isNeutral(String name, Object value) {
        boolean isNothing = value.equals("")
                || value.equals(List.of())
                || value.equals(Map.of())
                || (!ZERO_IS_A_VALUE.contains(name) && (value.equals(false) || value.equals(BigDecimal.ZERO)));
        return isNothing || DEFAULTS.getOrDefault(name, Set.of()).contains(value);
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            return members(node);
        }
        if (node.isArray()) {
            return node.valueStream().map(RequestComparison::value).toList();
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue().stripTrailingZeros();
            return number.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(number.toPlainString());
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() || node.isMissingNode() ? null : node.asString();
    }
}
