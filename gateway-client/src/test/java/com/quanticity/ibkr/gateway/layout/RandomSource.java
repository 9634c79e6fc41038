package com.quanticity.ibkr.gateway.layout;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random but meaningful values, remembered as a JSON vector would have them: numbers for integers and doubles, texts for sizes, null for
 * unset. Zero and the sentinels of single fields are left to tests of their own.
 */
public final class RandomSource implements Layout.Source {

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("contract.right", List.of("C", "P")),
            Map.entry("contract.secType", List.of("STK", "FUND", "OPT")),
            Map.entry("order.orderType", List.of("LMT", "PEG BENCH", "PEG BEST")),
            Map.entry("order.deltaNeutralOrderType", List.of("", "MKT")),
            Map.entry("order.hedgeType", List.of("", "D")),
            Map.entry("order.algoStrategy", List.of("", "Vwap")),
            Map.entry("conditions[].type", List.of("1", "3", "4", "5", "6", "7")),
            Map.entry("lastTradeDateRaw", List.of("20260619", "20260619 08:30:00", "20260619-08:30:00")),
            Map.entry("accountsList", List.of("DU9000001", "DU9000001,DU9000002")));

    private final Random random;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    public RandomSource(Random random) {
        this.random = random;
    }

    /** Values by path, in the order of the frame; counts are not among them. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    @Override
    public int count(String path) {
        return random.nextInt(4);
    }

    @Override
    public String value(String path, Field field) {
        List<String> words = WORDS.get(field.name());
        if (words != null) {
            String word = words.get(random.nextInt(words.size()));
            return remember(path, field.type().equals("int") ? Integer.valueOf(word) : word, word);
        }
        if (field.name().equals("conditions[].value")) {
            return integer(path, 1_000_000);
        }
        return field.name().matches("orderState\\.(init|maint|equity)\\w+") ? number(path, false) : ofType(path, field);
    }

    private String ofType(String path, Field field) {
        return switch (field.type()) {
            case "int" -> integer(path, field);
            case "int(unset)" ->
                random.nextInt(3) == 0
                        ? remember(path, null, random.nextBoolean() ? "" : "2147483647")
                        : integer(path, 1_000_000);
            case "long" -> integer(path, 4_000_000_000L);
            case "double(unset)" -> random.nextInt(3) == 0 ? unset(path, field) : number(path, false);
            case "double" -> number(path, false);
            case "dec" -> number(path, true);
            case "bool" -> flag(path);
            case "ustr" -> escaped(path);
            default -> text(path);
        };
    }

    private String integer(String path, Field field) {
        int bound = switch (field.name()) {
            case "tickType" -> 4;
            case "attrMask", "attrMaskBidAsk", "ticks[].attrMask" -> 3;
            default -> 1_000_000_000;
        };
        return integer(path, bound);
    }

    /** From 1 to the bound. */
    private String integer(String path, long bound) {
        long value = random.nextLong(bound) + 1;
        return remember(path, value, Long.toString(value));
    }

    private String number(String path, boolean asText) {
        BigDecimal value = BigDecimal.valueOf(random.nextInt(99_999_999) + 3, random.nextInt(7));
        if (random.nextInt(8) == 0) {
            value = value.negate().subtract(BigDecimal.TEN);
        }
        String plain = value.toPlainString();
        String wire = !asText && random.nextInt(6) == 0 ? value.movePointLeft(3).toPlainString() + "E3" : plain;
        return remember(path, asText ? plain : value, wire);
    }

    private String unset(String path, Field field) {
        if (field.name().equals("order.competeAgainstBestOffset")) {
            return remember(path, "Infinity", "Infinity");
        }
        return remember(path, null, random.nextBoolean() ? "" : "1.7976931348623157E308");
    }

    private String flag(String path) {
        boolean value = random.nextBoolean();
        return remember(path, value, value ? "1" : "0");
    }

    private String text(String path) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        return remember(path, text.toString(), text.toString());
    }

    private String escaped(String path) {
        return remember(path, "für € ok", "f\\u00fcr \\u20AC ok");
    }

    private String remember(String path, @Nullable Object value, String wire) {
        values.put(path, value);
        return wire;
    }
}
