package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.scenario.Action;
import com.quanticity.ibkr.simulator.scenario.ActionCatalogue;
import com.quanticity.ibkr.simulator.scenario.Arguments;
import com.quanticity.ibkr.simulator.scenario.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Every action of the scenarios by its name: POST does it, DELETE ends what lasts. */
@RestController
@RequestMapping("/api/v1/actions")
class ActionController {

    private final GatewaySimulator simulator;

    ActionController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    /** What there is, by theme. */
    @GetMapping
    List<ActionView> actions() {
        return ActionCatalogue.all().stream().map(ActionView::of).toList();
    }

    /** Arguments are a JSON object of texts, numbers and flags, as in a scenario. */
    @PostMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void act(
            @PathVariable String name,
            @RequestParam(defaultValue = "1") int gateway,
            @RequestBody(required = false) @Nullable Map<String, Object> arguments) {
        Action action = refusing(HttpStatus.NOT_FOUND, () -> ActionCatalogue.named(name));
        Map<String, String> texts = new LinkedHashMap<>();
        if (arguments != null) {
            arguments.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        }
        refusing(HttpStatus.BAD_REQUEST, () -> {
            action.effect().accept(faults(gateway), Arguments.of(action, texts));
            return true;
        });
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String name, @RequestParam(defaultValue = "1") int gateway) {
        Action action = refusing(HttpStatus.NOT_FOUND, () -> ActionCatalogue.named(name));
        if (action.ending() == null) {
            throw new ControlProblem(
                    HttpStatus.BAD_REQUEST, name + " is over at once and cannot be ended: nothing is to be done");
        }
        action.ending().accept(faults(gateway));
    }

    private SimulatorFaults faults(int gateway) {
        return refusing(HttpStatus.BAD_REQUEST, () -> simulator.faults(gateway));
    }

    private static <T> T refusing(HttpStatus status, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (IllegalArgumentException | IllegalStateException impossible) {
            throw new ControlProblem(status, String.valueOf(impossible.getMessage()));
        }
    }

    /**
     * An action as JSON.
     *
     * @param lasts whether DELETE ends it
     */
    record ActionView(
            String name,
            String theme,
            String title,
            String about,
            boolean lasts,
            String example,
            List<ParameterView> parameters) {

        static ActionView of(Action action) {
            return new ActionView(
                    action.name(),
                    action.theme().name().toLowerCase(Locale.ROOT),
                    action.theme().title(),
                    action.about(),
                    action.lasts(),
                    action.example(),
                    action.parameters().stream().map(ParameterView::of).toList());
        }
    }

    /** A parameter as JSON. */
    record ParameterView(String name, String shape, boolean required, List<String> choices, String about) {

        static ParameterView of(Parameter parameter) {
            return new ParameterView(
                    parameter.name(),
                    parameter.type().shape(),
                    parameter.isRequired(),
                    parameter.choices(),
                    parameter.about());
        }
    }
}
