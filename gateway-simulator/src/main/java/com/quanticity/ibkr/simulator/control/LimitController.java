package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What clients may do: GET shows the limits, POST changes those that are given. */
@RestController
@RequestMapping("/api/v1/limits")
class LimitController {

    private final GatewaySimulator simulator;

    LimitController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    @GetMapping
    Limits limits() {
        return Limits.of(simulator.limits());
    }

    /** Answers with the limits as they are then. */
    @PostMapping
    Limits change(@RequestBody Limits wanted) {
        try {
            simulator.use(wanted.over(simulator.limits()));
        } catch (IllegalArgumentException impossible) {
            throw new ControlProblem(HttpStatus.BAD_REQUEST, String.valueOf(impossible.getMessage()));
        }
        return limits();
    }

    /** The limits; what is null stays as it is. */
    record Limits(
            @Nullable Integer messagesPerSecond,
            @Nullable Integer violations,
            @Nullable Integer marketDataLines,
            @Nullable Boolean sharesLines,
            @Nullable Integer accountSummaries,
            @Nullable Long summaryIntervalMillis) {

        static Limits of(SessionLimits limits) {
            return new Limits(
                    limits.messagesPerSecond(),
                    limits.violations(),
                    limits.marketDataLines(),
                    limits.sharesLines(),
                    limits.accountSummaries(),
                    limits.summaryInterval().toMillis());
        }

        SessionLimits over(SessionLimits now) {
            return now.withMessagesPerSecond(or(messagesPerSecond, now.messagesPerSecond()))
                    .withViolations(or(violations, now.violations()))
                    .withLines(
                            or(marketDataLines, now.marketDataLines()),
                            sharesLines == null ? now.sharesLines() : sharesLines)
                    .withAccountSummaries(or(accountSummaries, now.accountSummaries()))
                    .withSummaryInterval(
                            summaryIntervalMillis == null
                                    ? now.summaryInterval()
                                    : Duration.ofMillis(summaryIntervalMillis));
        }

        private static int or(@Nullable Integer wanted, int present) {
            return wanted == null ? present : wanted;
        }
    }
}
