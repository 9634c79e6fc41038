package com.quanticity.ibkr.simulator.scenario;

import com.quanticity.ibkr.simulator.SimulatorFaults;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something a scenario, the control interface or a button can do to a gateway.
 *
 * @param name as written in files and addresses
 * @param about what happens, in one sentence
 * @param parameters the first is the one that {@code name: value} means
 * @param effect does it
 * @param ending undoes it, null for what is over at once
 */
public record Action(
        String name,
        Theme theme,
        String about,
        List<Parameter> parameters,
        BiConsumer<SimulatorFaults, Arguments> effect,
        @Nullable Consumer<SimulatorFaults> ending) {

    /** What an action is about. */
    public enum Theme {
        BROKER("the gateway's link to the broker"),
        GATEWAY("the gateway itself"),
        LINK("the link between gateway and client"),
        MESSAGES("single messages"),
        ORDERS("orders and executions"),
        DATA("market data");

        private final String title;

        Theme(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static Action once(
            String name,
            Theme theme,
            String about,
            BiConsumer<SimulatorFaults, Arguments> effect,
            Parameter... parameters) {
        return new Action(name, theme, about, List.of(parameters), effect, null);
    }

    static Action lasting(
            String name,
            Theme theme,
            String about,
            BiConsumer<SimulatorFaults, Arguments> effect,
            Consumer<SimulatorFaults> ending,
            Parameter... parameters) {
        return new Action(name, theme, about, Arrays.asList(parameters), effect, ending);
    }

    /** Whether it stays until it is ended. */
    public boolean lasts() {
        return ending != null;
    }

    /** How it is written, with the required arguments only. */
    public String example() {
        String required = parameters.stream()
                .filter(Parameter::isRequired)
                .map(parameter -> parameter.name() + ": " + sample(parameter))
                .collect(Collectors.joining(", "));
        return required.isEmpty() ? name + ": {}" : name + ": {" + required + "}";
    }

    private static String sample(Parameter parameter) {
        return switch (parameter.type()) {
            case DURATION -> "30s";
            case WHOLE -> "1";
            case DECIMAL -> "1.5";
            case FLAG -> "true";
            case TEXT -> "TEXT";
            case EVENT -> "EXECUTION_DATA";
            case REQUEST -> "REQ_OPEN_ORDERS";
            case CHOICE -> parameter.choices().getFirst();
        };
    }
}
