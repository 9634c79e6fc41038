package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.scenario.Durations;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the simulator's clock and moves it. */
@RestController
@RequestMapping("/api/v1/clock")
class ClockController {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final GatewaySimulator simulator;

    ClockController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    @GetMapping
    ClockState clock() {
        return new ClockState(simulator.now(), simulator.clockSpeed());
    }

    /** Answers once everything due by then is done, with the clock behind the step. */
    @PostMapping("/advance")
    ClockState advance(@RequestBody Step step) {
        try {
            simulator.advance(length(step));
        } catch (IllegalArgumentException notATime) {
            throw new ControlProblem(HttpStatus.BAD_REQUEST, String.valueOf(notATime.getMessage()));
        } catch (IllegalStateException machineClock) {
            throw new ControlProblem(HttpStatus.CONFLICT, String.valueOf(machineClock.getMessage()));
        }
        return clock();
    }

    private static Duration length(Step step) {
        Duration length;
        if (step.by() != null) {
            length = Durations.parse(step.by());
        } else if (step.seconds() != null) {
            length = Duration.ofSeconds(step.seconds());
        } else {
            throw new IllegalArgumentException("the step is missing: send {\"seconds\": 30} or {\"by\": \"1m30s\"}");
        }
        if (length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a step cannot be " + length + ": give zero to 31 days");
        }
        return length;
    }

    /**
     * The clock.
     *
     * @param speed simulated seconds in one real second, 0 for a clock that stands still
     */
    record ClockState(Instant now, double speed) {}

    /** How far to move: one of the two. */
    record Step(@Nullable Long seconds, @Nullable String by) {}
}
