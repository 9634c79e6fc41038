package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.ConnectivityNotice;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.state.SimulatorState;
import com.quanticity.ibkr.simulator.state.SimulatorState.ExecutionState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The control interface; reading changes nothing. */
@RestController
@RequestMapping("/api/v1")
class ControlController {

    private static final long LONGEST_PAUSE_SECONDS = 86_400;

    private final GatewaySimulator simulator;

    ControlController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    @GetMapping("/state")
    SimulatorState state() {
        return simulator.state();
    }

    /** The executions of the day, oldest first. */
    @GetMapping("/executions")
    List<ExecutionState> executions() {
        return simulator.executions();
    }

    @PostMapping("/clients/{id}/drop")
    ResponseEntity<Void> drop(@PathVariable int id) {
        if (!simulator.dropClient(id)) {
            throw new ControlProblem(
                    HttpStatus.NOT_FOUND,
                    "client id " + id + " is not connected: GET /api/v1/state lists those that are");
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/pause")
    ResponseEntity<Void> pause(@RequestBody(required = false) @Nullable Pause pause) {
        Long seconds = pause == null ? null : pause.seconds();
        if (seconds != null && (seconds < 1 || seconds > LONGEST_PAUSE_SECONDS)) {
            throw new ControlProblem(
                    HttpStatus.BAD_REQUEST,
                    "seconds cannot be " + seconds + ": give 1 to 86400, or none to pause until resume");
        }
        simulator.pause(seconds == null ? null : Duration.ofSeconds(seconds));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/resume")
    ResponseEntity<Void> resume() {
        simulator.resume();
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/connectivity/{code}")
    ResponseEntity<Void> connectivity(@PathVariable int code) {
        ConnectivityNotice notice = Stream.of(ConnectivityNotice.values())
                .filter(known -> known.code() == code)
                .findFirst()
                .orElseThrow(() -> new ControlProblem(
                        HttpStatus.NOT_FOUND,
                        "there is no connectivity notice " + code + ": choose 1100, 1101, 1102 or 2110"));
        simulator.announce(notice);
        return ResponseEntity.noContent().build();
    }

    /**
     * How long to pause.
     *
     * @param seconds null until resumed
     */
    record Pause(@Nullable Long seconds) {}
}
