package com.quanticity.ibkr.gateway.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The vector that the values of an encoded frame stand for: where the tables and the callbacks differ in shape. */
public final class ExpectedVector {

    private static final Set<String> SKIPPED = Set.of(
            "sharesAllocation",
            "faProfile",
            "eTradeOnly",
            "firmQuoteOnly",
            "nbboPriceCap",
            "trailStopPrice1",
            "deltaNeutralContract",
            "ticks[].unused");

    private final Layout layout;
    private final Map<String, @Nullable Object> args = new TreeMap<>();

    private ExpectedVector(Layout layout) {
        this.layout = layout;
    }

    /** A line as in a vector file. */
    public static Map<String, @Nullable Object> of(Layout layout, Map<String, @Nullable Object> values) {
        ExpectedVector vector = new ExpectedVector(layout);
        values.forEach(vector::place);
        return vector.toLine();
    }

    private void place(String path, @Nullable Object value) {
        if (SKIPPED.contains(path.replaceAll("\\[\\d+]", "[]"))) {
            return;
        }
        switch (layout.name()) {
            case "OPEN_ORDER", "COMPLETED_ORDER" -> placeOrder(path, value);
            case "CONTRACT_DATA", "BOND_CONTRACT_DATA" -> placeDetails(path, value);
            case "SYMBOL_SAMPLES" -> put(samplePath(path), value);
            case "SECURITY_DEFINITION_OPTION_PARAMETER" -> put(path.replaceAll("\\.(date|strike)$", ""), value);
            case "ERR_MSG" -> {
                put(path, value);
                args.putIfAbsent("errorTime", 0);
            }
            case "SCANNER_DATA" -> {
                put(scannerPath(path), value);
                if (path.endsWith("marketName")) {
                    put(scannerPath(path).replace("marketName", "aggGroup"), 0);
                }
            }
            case "HISTORICAL_TICKS_BID_ASK" -> placeMask(path, value, "tickAttribBidAsk", "askPastHigh", "bidPastLow");
            case "HISTORICAL_TICKS_LAST" -> placeMask(path, value, "tickAttribLast", "pastLimit", "unreported");
            case "TICK_PRICE" -> placeMask(path, value, "attrib", "canAutoExecute", "pastLimit", "preOpen");
            case "TICK_BY_TICK" -> placeTick(path, value);
            default -> put(path, value);
        }
    }

    private void placeTick(String path, @Nullable Object value) {
        if (path.equals("attrMaskBidAsk")) {
            placeMask("attrMask", value, "attrib", "bidPastLow", "askPastHigh");
        } else {
            placeMask(path, value, "attrib", "pastLimit", "unreported");
        }
    }

    private void placeMask(String path, @Nullable Object value, String object, String... flags) {
        if (!path.endsWith("attrMask")) {
            put(path, value);
            return;
        }
        String parent = path.substring(0, path.length() - "attrMask".length()) + object + ".";
        for (int bit = 0; bit < flags.length; bit++) {
            put(parent + flags[bit], (number(value) >> bit & 1) != 0);
        }
    }

    private void placeOrder(String path, @Nullable Object value) {
        if (path.equals("orderId")) {
            put("order.orderId", value);
        }
        put("order.transmit", true);
        put(orderPath(path), typed(path, value));
    }

    private static String orderPath(String path) {
        if (path.startsWith("legs[") || path.startsWith("deltaNeutralContract.")) {
            return "contract." + path;
        }
        if (path.startsWith("allocations[")) {
            return "orderState." + path;
        }
        if (path.startsWith("orderComboLegs[")) {
            return "order." + path.replace(".price", "");
        }
        return path.contains("[") ? "order." + pair(path) : path;
    }

    /** Values of conditions are texts in the table and, but for a time, numbers in the callback. */
    private @Nullable Object typed(String path, @Nullable Object value) {
        return path.endsWith("].value")
                        && path.startsWith("conditions[")
                        && Integer.valueOf(3)
                                .equals(at(path.replace("conditions", "order.conditions")
                                        .replace("value", "type")))
                ? String.valueOf(value)
                : value;
    }

    private void placeDetails(String path, @Nullable Object value) {
        if (path.equals("lastTradeDateRaw")) {
            String[] parts = String.valueOf(value).split("[ -]");
            boolean bond = layout.name().startsWith("BOND");
            put("contractDetails." + (bond ? "maturity" : "contract.lastTradeDateOrContractMonth"), parts[0]);
            put("contractDetails.lastTradeTime", parts.length > 1 ? parts[1] : "");
        } else {
            put(path.equals("reqId") ? path : "contractDetails." + pair(path), value);
        }
    }

    private static String pair(String path) {
        return path.matches("(secIdList|algoParams|smartComboRoutingParams)\\[\\d+].*")
                ? path.replace(".tag", "[0]").replace(".value", "[1]")
                : path;
    }

    private static String samplePath(String path) {
        return path.replaceAll("(derivativeSecTypes\\[\\d+])\\.secType", "$1")
                .replaceAll("^(samples\\[\\d+])\\.(?!derivativeSecTypes)", "$1.contract.");
    }

    private static String scannerPath(String path) {
        return path.replaceAll(
                        "\\.(conId|symbol|secType|lastTradeDateOrContractMonth|strike|right|exchange|currency|localSymbol|tradingClass)$",
                        ".contractDetails.contract.$1")
                .replace(".marketName", ".contractDetails.marketName");
    }

    private Map<String, @Nullable Object> toLine() {
        return switch (layout.name()) {
            case "TICK_PRICE" -> tickPrice();
            case "TICK_BY_TICK" -> tickByTick();
            case "HISTORICAL_DATA" -> perElement("bars", "bar", "historicalData", endOfBars());
            case "SCANNER_DATA" -> perElement("rows", "", "scannerData", callback("scannerDataEnd", only("reqId")));
            case "COMMISSION_REPORT" -> callback("commissionAndFeesReport", args);
            default -> callback(layout.callbacks().getFirst(), args);
        };
    }

    private Map<String, @Nullable Object> tickPrice() {
        Object size = args.remove("size");
        Map<String, @Nullable Object> line = callback("tickPrice", args);
        Integer sizeType = Map.of(1, 0, 2, 3, 4, 5).get((int) number(args.get("tickType")));
        if (sizeType != null) {
            Map<String, @Nullable Object> second = only("reqId");
            second.put("tickType", sizeType);
            second.put("size", size);
            line.put("then", List.of(callback("tickSize", second)));
        }
        return line;
    }

    private Map<String, @Nullable Object> tickByTick() {
        int type = (int) number(args.get("tickType"));
        if (type > 2) {
            args.remove("tickType");
        }
        return callback(type == 3 ? "tickByTickBidAsk" : type == 4 ? "tickByTickMidPoint" : "tickByTickAllLast", args);
    }

    private @Nullable Map<String, @Nullable Object> endOfBars() {
        if (!args.containsKey("startDateStr")) {
            return null;
        }
        Map<String, @Nullable Object> end = only("reqId");
        end.put("startDateStr", args.get("startDateStr"));
        end.put("endDateStr", args.get("endDateStr"));
        return callback("historicalDataEnd", end);
    }

    private Map<String, @Nullable Object> perElement(
            String group, String member, String name, @Nullable Map<String, @Nullable Object> end) {
        List<Map<String, @Nullable Object>> callbacks = new ArrayList<>();
        List<?> elements = args.get(group) instanceof List<?> list ? list : List.of();
        for (Object element : elements) {
            Map<String, @Nullable Object> one = only("reqId");
            if (member.isEmpty()) {
                ((Map<?, ?>) element).forEach((key, value) -> one.put((String) key, value));
            } else {
                one.put(member, element);
            }
            callbacks.add(callback(name, one));
        }
        if (end != null) {
            callbacks.add(end);
        }
        if (callbacks.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Map<String, @Nullable Object> line = callbacks.removeFirst();
        line.put("then", callbacks);
        return line;
    }

    private Map<String, @Nullable Object> only(String name) {
        Map<String, @Nullable Object> one = new TreeMap<>();
        one.put(name, args.get(name));
        return one;
    }

    private static Map<String, @Nullable Object> callback(String name, Map<String, @Nullable Object> args) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("callback", name);
        line.put("args", args);
        return line;
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private @Nullable Object at(String path) {
        Object node = args;
        for (String step : steps(path)) {
            node = node instanceof List<?> list
                    ? list.get(Integer.parseInt(step))
                    : node instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return node;
    }

    private void put(String path, @Nullable Object value) {
        String[] steps = steps(path);
        Object node = args;
        for (int i = 0; i < steps.length - 1; i++) {
            boolean listNext = steps[i + 1].matches("\\d+");
            node = child(node, steps[i], listNext);
        }
        set(node, steps[steps.length - 1], value);
    }

    private static String[] steps(String path) {
        return path.replace("]", "").split("[.\\[]");
    }

    private static Object child(Object node, String step, boolean list) {
        Object existing = get(node, step);
        if (existing != null) {
            return existing;
        }
        Object fresh = list ? new ArrayList<>() : new TreeMap<String, Object>();
        set(node, step, fresh);
        return fresh;
    }

    private static @Nullable Object get(Object node, String step) {
        if (node instanceof List<?> list) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : null;
        }
        return ((Map<?, ?>) node).get(step);
    }

    @SuppressWarnings("unchecked")
    private static void set(Object node, String step, @Nullable Object value) {
        if (node instanceof List<?> list) {
            List<@Nullable Object> elements = (List<@Nullable Object>) list;
            int index = Integer.parseInt(step);
            while (elements.size() <= index) {
                elements.add(null);
            }
            elements.set(index, value);
        } else {
            ((Map<String, @Nullable Object>) node).put(step, value);
        }
    }
}
