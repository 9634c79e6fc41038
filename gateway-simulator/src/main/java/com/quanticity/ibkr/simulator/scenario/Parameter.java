package com.quanticity.ibkr.simulator.scenario;

import com.quanticity.ibkr.simulator.fault.Closest;
import com.quanticity.ibkr.simulator.wire.MessageNames;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;

/**
 * One argument of an action.
 *
 * @param isRequired whether the action cannot do without it
 * @param choices the only possible texts, empty when there are others
 * @param about what it means, with its unit and what happens without it
 */
public record Parameter(String name, Type type, boolean isRequired, List<String> choices, String about) {

    /** The shape of a value. */
    public enum Type {
        DURATION("a length of time such as 30s"),
        WHOLE("a whole number"),
        DECIMAL("a decimal number"),
        TEXT("a text"),
        EVENT("the name of an event such as EXECUTION_DATA"),
        REQUEST("the name of a request such as REQ_MKT_DATA"),
        FLAG("true or false"),
        CHOICE("one of the choices");

        private final String shape;

        Type(String shape) {
            this.shape = shape;
        }

        public String shape() {
            return shape;
        }
    }

    private static final String EVERY_END = "*_END";

    static Parameter required(String name, Type type, String about) {
        return new Parameter(name, type, true, List.of(), about);
    }

    static Parameter optional(String name, Type type, String about) {
        return new Parameter(name, type, false, List.of(), about);
    }

    static Parameter choice(String name, boolean isRequired, List<String> choices, String about) {
        return new Parameter(name, Type.CHOICE, isRequired, choices, about);
    }

    /**
     * Refuses a value of another shape.
     *
     * @throws IllegalArgumentException saying what to write instead
     */
    void check(String value) {
        switch (type) {
            case DURATION -> Durations.parse(value);
            case WHOLE -> requireNumber(value, value.matches("-?\\d{1,18}"));
            case DECIMAL -> requireNumber(value, isDecimal(value));
            case FLAG -> requireNumber(value, value.equals("true") || value.equals("false"));
            case CHOICE -> requireChoice(value);
            case EVENT -> requireMessage(value, MessageNames.events());
            case REQUEST -> requireMessage(value, MessageNames.requests());
            case TEXT -> {}
        }
    }

    private void requireNumber(String value, boolean isFine) {
        if (!isFine) {
            throw new IllegalArgumentException(name + " cannot be '" + value + "': write " + type.shape());
        }
    }

    private void requireChoice(String value) {
        if (!choices.contains(value)) {
            throw new IllegalArgumentException(name + " cannot be '" + value + "'" + Closest.to(value, choices));
        }
    }

    private void requireMessage(String value, SortedSet<String> known) {
        if (!known.contains(value) && !value.equals(EVERY_END)) {
            throw new IllegalArgumentException("there is no " + name + " " + value + Closest.to(value, known));
        }
    }

    private static boolean isDecimal(String value) {
        try {
            return new BigDecimal(value).scale() <= 18;
        } catch (NumberFormatException text) {
            return false;
        }
    }
}
