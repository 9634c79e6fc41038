package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.AlgoStrategy;
import com.quanticity.ibkr.simulator.matching.terms.AlgoStrategy.Form;
import com.quanticity.ibkr.simulator.matching.terms.AlgoTerms;
import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The algorithm of an order and its parameters. */
final class AlgoReader {

    private static final BigDecimal LEAST_PART = new BigDecimal("0.1");
    private static final BigDecimal MOST_PART = new BigDecimal("0.5");

    private AlgoReader() {}

    static @Nullable AlgoTerms read(Fields order, OrderType type, Findings findings) {
        String text = order.text("order.algoStrategy");
        if (text.isEmpty()) {
            return null;
        }
        AlgoStrategy strategy = AlgoStrategy.of(text).orElse(null);
        if (strategy == null) {
            findings.refuse(439, "The algorithm " + text + " is unknown.");
            return null;
        }
        findings.refuseIf(
                type != OrderType.MARKET && type != OrderType.LIMIT,
                442,
                "The algorithm " + text + " is not allowed for a " + type.wireText() + " order.");
        SortedMap<String, String> parameters = new TreeMap<>();
        for (Fields parameter : order.group("algoParams")) {
            readParameter(strategy, parameter.text("tag"), parameter.text("value"), parameters, findings);
        }
        return new AlgoTerms(
                strategy,
                parameters,
                time(parameters, findings, "startTime", "activeTimeStart"),
                time(parameters, findings, "endTime", "activeTimeEnd"));
    }

    private static void readParameter(
            AlgoStrategy strategy, String tag, String value, SortedMap<String, String> into, Findings findings) {
        Form form = strategy.form(tag).orElse(null);
        if (form == null) {
            findings.refuse(443, "The algorithm " + strategy.wireText() + " has no attribute " + tag + ".");
        } else if (!value.isEmpty()) {
            findings.refuseIf(
                    !fits(form, value, findings),
                    441,
                    "Algo attributes validation failed: Invalid value " + value + " for " + tag + ".");
            into.put(tag, value);
        }
    }

    private static boolean fits(Form form, String value, Findings findings) {
        return switch (form) {
            case Form.Choice choice -> choice.words().contains(value);
            case Form.Flag _ -> value.equals("0") || value.equals("1");
            case Form.Time _ -> findings.time(value).isPresent();
            case Form.Count _ -> value.matches("\\d{1,9}") && Integer.parseInt(value) > 0;
            case Form.Whole _ -> value.matches("\\d{1,9}");
            case Form.Rate _ -> isBetween(value, BigDecimal.ZERO, BigDecimal.ONE) && new BigDecimal(value).signum() > 0;
            case Form.Part _ -> isBetween(value, LEAST_PART, MOST_PART);
        };
    }

    private static boolean isBetween(String value, BigDecimal least, BigDecimal most) {
        if (!value.matches("\\d{1,3}(\\.\\d{1,9})?")) {
            return false;
        }
        BigDecimal number = new BigDecimal(value);
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    /** The first of two tags that was given. */
    private static @Nullable Instant time(
            SortedMap<String, String> parameters, Findings findings, String tag, String other) {
        String text = parameters.getOrDefault(tag, parameters.getOrDefault(other, ""));
        return text.isEmpty() ? null : findings.time(text).orElse(null);
    }
}
