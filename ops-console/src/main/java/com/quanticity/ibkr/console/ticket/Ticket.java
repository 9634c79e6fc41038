package com.quanticity.ibkr.console.ticket;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a person typed, by field; fields left empty are absent. What goes together is judged by the execution-engine; here only numbers are
 * read, so that a slip is told before anybody is asked.
 *
 * @param given text by field name, in the order of {@link #FIELDS}
 */
record Ticket(Map<String, String> given) {

    private static final List<String> WORDS = List.of("symbol", "side", "type", "timeInForce", "strategy", "account");

    private static final List<String> NUMBERS = List.of(
            "quantity",
            "limitPrice",
            "stopPrice",
            "triggerPrice",
            "trailAmount",
            "trailPercent",
            "limitOffset",
            "offset",
            "offsetPercent",
            "displaySize");

    private static final List<String> FLAGS = List.of("outsideRth", "hidden", "allOrNone");

    private static final String GOOD_UNTIL = "goodUntil";
    private static final String TAKE_PROFIT = "takeProfit";
    private static final String STOP_LOSS = "stopLoss";

    /** Prices by which a combination is bought may be negative; the engine says where they must not be. */
    private static final List<String> SIGNED = List.of("limitPrice", "offset", "limitOffset");

    /** Every field of the ticket. */
    static final List<String> FIELDS = all();

    private static List<String> all() {
        List<String> all = new ArrayList<>(WORDS);
        all.addAll(NUMBERS);
        all.addAll(FLAGS);
        all.addAll(List.of(GOOD_UNTIL, TAKE_PROFIT, STOP_LOSS));
        return List.copyOf(all);
    }

    static Ticket of(Map<String, String> form) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String text = form.getOrDefault(field, "").strip();
            if (!text.isEmpty()) {
                given.put(field, field.equals("symbol") ? text.toUpperCase(Locale.ROOT) : text);
            }
        }
        return new Ticket(given);
    }

    /** What is wrong with it, one line each; empty when the engine may be asked. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (String field : List.of("symbol", "side", "type", "quantity")) {
            if (!given.containsKey(field)) {
                problems.add(field + " is missing.");
            }
        }
        for (String field : given.keySet()) {
            boolean isPrice = field.equals(TAKE_PROFIT) || field.equals(STOP_LOSS);
            if ((isPrice || NUMBERS.contains(field)) && !isNumber(given.get(field), SIGNED.contains(field))) {
                problems.add(field + " is no number: " + given.get(field));
            }
        }
        return problems;
    }

    private static boolean isNumber(String text, boolean signed) {
        try {
            return new BigDecimal(text).signum() >= 0 || signed;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    boolean isBracket() {
        return given.containsKey(TAKE_PROFIT) || given.containsKey(STOP_LOSS);
    }

    /** The order by itself, of a bracket its entry. */
    Map<String, Object> order(String person) {
        Map<String, Object> order = new LinkedHashMap<>();
        WORDS.forEach(field -> putIfGiven(order, field));
        NUMBERS.forEach(field -> putIfGiven(order, field));
        FLAGS.stream().filter(given::containsKey).forEach(field -> order.put(field, true));
        if (given.containsKey(GOOD_UNTIL)) {
            order.put(GOOD_UNTIL, instant(given.get(GOOD_UNTIL)));
        }
        order.put("person", person);
        return order;
    }

    /** A browser's moment has neither seconds nor zone: 2026-11-21T16:00; it is UTC here. */
    private static String instant(String text) {
        return text.endsWith("Z") ? text : text.length() == "2026-11-21T16:00".length() ? text + ":00Z" : text + "Z";
    }

    /** The bracket: the order and what its fill wakes. */
    Map<String, Object> bracket(String person) {
        List<Map<String, Object>> orders = new ArrayList<>(List.of(order(person)));
        if (given.containsKey(TAKE_PROFIT)) {
            orders.add(child("LIMIT", "limitPrice", given.get(TAKE_PROFIT), person));
        }
        if (given.containsKey(STOP_LOSS)) {
            orders.add(child("STOP", "stopPrice", given.get(STOP_LOSS), person));
        }
        return Map.of("kind", "BRACKET", "orders", orders);
    }

    private Map<String, Object> child(String type, String field, String price, String person) {
        Map<String, Object> child = new LinkedHashMap<>();
        List.of("symbol", "quantity", "timeInForce", "strategy", "account", "outsideRth")
                .forEach(same -> {
                    if (given.containsKey(same)) {
                        child.put(same, FLAGS.contains(same) ? true : given.get(same));
                    }
                });
        if (given.containsKey(GOOD_UNTIL)) {
            child.put(GOOD_UNTIL, instant(given.get(GOOD_UNTIL)));
        }
        child.put("side", "BUY".equals(given.get("side")) ? "SELL" : "BUY");
        child.put("type", type);
        child.put(field, price);
        child.put("person", person);
        return child;
    }

    private void putIfGiven(Map<String, Object> order, String field) {
        if (given.containsKey(field)) {
            order.put(field, given.get(field));
        }
    }

    /** In the desk's words: {@code BUY 100 SPY LIMIT 412.05 DAY}. */
    String words() {
        List<String> words = new ArrayList<>();
        for (String field : List.of("side", "quantity", "symbol", "type")) {
            words.add(given.getOrDefault(field, "?"));
        }
        NUMBERS.stream()
                .filter(field -> !field.equals("quantity") && given.containsKey(field))
                .forEach(field -> words.add(label(field) + given.get(field)));
        words.add(given.getOrDefault("timeInForce", "DAY"));
        FLAGS.stream()
                .filter(given::containsKey)
                .forEach(field -> words.add(label(field).strip()));
        return String.join(" ", words);
    }

    /** The children in words, empty for a single order. */
    List<String> children() {
        List<String> children = new ArrayList<>();
        if (given.containsKey(TAKE_PROFIT)) {
            children.add("take profit at " + given.get(TAKE_PROFIT));
        }
        if (given.containsKey(STOP_LOSS)) {
            children.add("stop loss at " + given.get(STOP_LOSS));
        }
        return children;
    }

    private static String label(String field) {
        return switch (field) {
            case "limitPrice" -> "";
            case "stopPrice" -> "stop ";
            case "triggerPrice" -> "trigger ";
            case "outsideRth" -> "outside regular hours";
            case "allOrNone" -> "all or none";
            default -> field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT) + " ";
        };
    }
}
