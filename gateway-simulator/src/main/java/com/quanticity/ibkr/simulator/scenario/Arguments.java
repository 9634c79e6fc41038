package com.quanticity.ibkr.simulator.scenario;

import com.quanticity.ibkr.simulator.fault.Closest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checked arguments of one use of an action. */
public final class Arguments {

    private final Map<String, String> values;

    private Arguments(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Checks arguments against what the action takes.
     *
     * @throws IllegalArgumentException saying what is wrong and what to write instead
     */
    public static Arguments of(Action action, Map<String, String> values) {
        List<String> names = action.parameters().stream().map(Parameter::name).toList();
        values.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(
                            names.isEmpty()
                                    ? action.name() + " takes no arguments: leave " + unknown + " out"
                                    : action.name() + " has no argument " + unknown + Closest.to(unknown, names));
                });
        for (Parameter parameter : action.parameters()) {
            String value = values.get(parameter.name());
            if (value != null) {
                parameter.check(value);
            } else if (parameter.isRequired()) {
                throw new IllegalArgumentException(action.name() + " needs " + parameter.name() + ", "
                        + parameter.about() + ": write " + action.example());
            }
        }
        return new Arguments(values);
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("argument " + name + " was not checked");
        }
        return value;
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    @Nullable String optionalText(String name) {
        return values.get(name);
    }

    int whole(String name) {
        return Integer.parseInt(text(name));
    }

    int whole(String name, int otherwise) {
        return values.containsKey(name) ? whole(name) : otherwise;
    }

    @Nullable Integer optionalWhole(String name) {
        return values.containsKey(name) ? (Integer) whole(name) : null;
    }

    Duration duration(String name) {
        return Durations.parse(text(name));
    }

    @Nullable Duration optionalDuration(String name) {
        return values.containsKey(name) ? duration(name) : null;
    }

    BigDecimal decimal(String name) {
        return new BigDecimal(text(name));
    }

    BigDecimal decimal(String name, BigDecimal otherwise) {
        return values.containsKey(name) ? decimal(name) : otherwise;
    }

    @Nullable BigDecimal optionalDecimal(String name) {
        return values.containsKey(name) ? new BigDecimal(text(name)) : null;
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(values.getOrDefault(name, "false"));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
