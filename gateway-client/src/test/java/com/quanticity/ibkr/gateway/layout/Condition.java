package com.quanticity.ibkr.gateway.layout;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a field is present: tests of the version and of fields written earlier, joined by {@code and}. */
final class Condition {

    private static final Pattern TEST = Pattern.compile("([^!=<>]+?)(>=|<|!=|=|>| in )(.*)");

    private Condition() {}

    static boolean holds(String condition, int version, Map<String, String> earlier) {
        return condition.isEmpty()
                || Arrays.stream(condition.split(" and ")).allMatch(test -> holdsOne(test.strip(), version, earlier));
    }

    private static boolean holdsOne(String test, int version, Map<String, String> earlier) {
        Matcher parts = TEST.matcher(test);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a condition: " + test);
        }
        String left = parts.group(1).strip();
        String right = parts.group(3).strip();
        String operator = parts.group(2).strip();
        if (left.equals("v")) {
            int limit = Integer.parseInt(right);
            return operator.equals(">=") ? version >= limit : version < limit;
        }
        String value = earlier.getOrDefault(left, "");
        return switch (operator) {
            case "=" -> value.equals(right);
            case "!=" -> !value.equals(right.replace("\"", ""));
            case ">" -> isAboveZero(value);
            case "in" ->
                Arrays.asList(right.substring(1, right.length() - 1).split(",")).contains(value);
            default -> throw new IllegalArgumentException("not a condition: " + test);
        };
    }

    private static boolean isAboveZero(String value) {
        return !value.isEmpty() && !value.startsWith("1.797") && Double.parseDouble(value) > 0;
    }
}
