package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.FarmNotice;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.session.LoginFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Troubles to switch on (POST) and off (DELETE). */
@RestController
@RequestMapping("/api/v1/faults")
@ResponseStatus(HttpStatus.NO_CONTENT)
class FaultController {

    private static final long LONGEST_ABSENCE_SECONDS = 86_400;

    private final GatewaySimulator simulator;

    FaultController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    private SimulatorFaults faults() {
        return simulator.faults();
    }

    @DeleteMapping
    void clear() {
        simulator.clearFaults();
    }

    /** With {@code present=true} only lines that are open now fall silent. */
    @PostMapping("/silence/{symbol}")
    void silence(@PathVariable String symbol, @RequestParam(defaultValue = "false") boolean present) {
        requireMarket(symbol);
        if (present) {
            faults().silencePresentLines(symbol);
        } else {
            faults().silence(symbol);
        }
    }

    @DeleteMapping("/silence/{symbol}")
    void endSilence(@PathVariable String symbol) {
        requireMarket(symbol);
        faults().endSilence(symbol);
    }

    @PostMapping("/farm/{code}/{farm}")
    void farm(@PathVariable int code, @PathVariable String farm) {
        FarmNotice notice = Stream.of(FarmNotice.values())
                .filter(known -> known.code() == code)
                .findFirst()
                .orElseThrow(() -> new ControlProblem(
                        HttpStatus.NOT_FOUND,
                        "there is no farm notice " + code + ": choose 2103 to 2108, 2119, 2157 or 2158"));
        faults().announceFarm(notice, farm);
    }

    @PostMapping("/competing-session")
    void startCompetingSession() {
        faults().startCompetingSession();
    }

    @DeleteMapping("/competing-session")
    void endCompetingSession() {
        faults().endCompetingSession();
    }

    @PostMapping("/read-only")
    void readOnly() {
        faults().setReadOnly(true);
    }

    @DeleteMapping("/read-only")
    void readAndWrite() {
        faults().setReadOnly(false);
    }

    @PostMapping("/login/{fault}")
    void login(@PathVariable String fault) {
        faults().setLoginFault(loginFault(fault));
    }

    @DeleteMapping("/login")
    void endLoginFault() {
        faults().setLoginFault(LoginFault.NONE);
    }

    @PostMapping("/restart")
    void restart(@RequestBody(required = false) @Nullable Restart restart) {
        Long seconds = restart == null ? null : restart.seconds();
        Integer nextOrderId = restart == null ? null : restart.nextOrderId();
        if (seconds != null && (seconds < 1 || seconds > LONGEST_ABSENCE_SECONDS)) {
            throw new ControlProblem(
                    HttpStatus.BAD_REQUEST,
                    "seconds cannot be " + seconds + ": give 1 to 86400, or none to stay away until DELETE");
        }
        if (nextOrderId != null && nextOrderId < 1) {
            throw new ControlProblem(
                    HttpStatus.BAD_REQUEST, "nextOrderId cannot be " + nextOrderId + ": give 1 or more, or none");
        }
        if (nextOrderId != null) {
            faults().rollBackOrderIds(nextOrderId);
        }
        faults().restart(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @DeleteMapping("/restart")
    void comeBack() {
        faults().comeBack();
    }

    /** Answers with the new port. */
    @PostMapping("/port-move")
    @ResponseStatus(HttpStatus.OK)
    Map<String, Integer> movePort() {
        return Map.of("port", faults().movePort());
    }

    private void requireMarket(String symbol) {
        boolean known = simulator.state().market().symbols().stream()
                .anyMatch(market -> market.symbol().equals(symbol));
        if (!known) {
            throw new ControlProblem(
                    HttpStatus.NOT_FOUND,
                    "there is no market of " + symbol + ": GET /api/v1/state lists those there are");
        }
    }

    private static LoginFault loginFault(String text) {
        return Arrays.stream(LoginFault.values())
                .filter(fault ->
                        fault.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
                .findFirst()
                .orElseThrow(() -> new ControlProblem(
                        HttpStatus.NOT_FOUND,
                        "there is no login fault " + text + ": choose unanswered, closed-at-once or no-ids"));
    }

    /**
     * How the gateway restarts.
     *
     * @param seconds until it is back, null for until DELETE
     * @param nextOrderId what every client's order ids start from afterwards, null to go on
     */
    record Restart(@Nullable Long seconds, @Nullable Integer nextOrderId) {}
}
