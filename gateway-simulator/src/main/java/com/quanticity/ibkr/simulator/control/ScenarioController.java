package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.scenario.BundledScenarios;
import com.quanticity.ibkr.simulator.scenario.Scenario;
import com.quanticity.ibkr.simulator.scenario.ScenarioException;
import com.quanticity.ibkr.simulator.scenario.ScenarioProgress;
import com.quanticity.ibkr.simulator.scenario.ScenarioReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plays scenarios. */
@RestController
@RequestMapping("/api/v1")
class ScenarioController {

    private final GatewaySimulator simulator;

    ScenarioController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    /** The bundled scenarios. */
    @GetMapping("/scenarios")
    List<ScenarioView> bundled() {
        return BundledScenarios.NAMES.stream()
                .map(name -> ScenarioView.of(name, BundledScenarios.text(name)))
                .toList();
    }

    /** How far the scenario is; 204 before the first one. */
    @GetMapping("/scenario")
    ResponseEntity<ScenarioProgress> progress() {
        ScenarioProgress progress = simulator.scenarios().progress();
        return progress == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(progress);
    }

    /** Starts one; a scenario that runs is stopped. */
    @PostMapping("/scenario")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void play(@RequestBody Play play) {
        simulator.scenarios().play(read(play));
    }

    private static Scenario read(Play play) {
        try {
            if (play.yaml() != null) {
                return ScenarioReader.read("scenario", play.yaml());
            }
            String name = play.name();
            if (name == null || !BundledScenarios.NAMES.contains(name)) {
                throw new ControlProblem(
                        HttpStatus.NOT_FOUND,
                        "there is no bundled scenario " + name + ": GET /api/v1/scenarios lists them, or send yaml");
            }
            return ScenarioReader.named(name);
        } catch (ScenarioException unreadable) {
            throw new ControlProblem(HttpStatus.BAD_REQUEST, String.valueOf(unreadable.getMessage()));
        }
    }

    /** Stops; what was switched on stays. */
    @DeleteMapping("/scenario")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop() {
        simulator.scenarios().stop();
    }

    /**
     * What to play.
     *
     * @param name of a bundled scenario, null with {@code yaml}
     * @param yaml a whole scenario, null with {@code name}
     */
    record Play(@Nullable String name, @Nullable String yaml) {}

    /** A bundled scenario. */
    record ScenarioView(String name, String about, String yaml) {

        static ScenarioView of(String name, String yaml) {
            return new ScenarioView(name, ScenarioReader.read(name, yaml).about(), yaml);
        }
    }
}
