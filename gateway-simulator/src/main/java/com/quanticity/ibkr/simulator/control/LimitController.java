package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.history.HistoryLimits;
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

    /**
     * The limits; what is null stays as it is.
     *
     * @param depthSlots -1 for as many as go with the lines
     * @param tickByTickSlots -1 likewise
     */
    record Limits(
            @Nullable Integer clients,
            @Nullable Integer messagesPerSecond,
            @Nullable Integer violations,
            @Nullable Integer marketDataLines,
            @Nullable Boolean sharesLines,
            @Nullable Integer depthSlots,
            @Nullable Integer tickByTickSlots,
            @Nullable Long tickByTickSpacingMillis,
            @Nullable Integer accountSummaries,
            @Nullable Long summaryIntervalMillis,
            @Nullable Boolean historyPacing,
            @Nullable Long historySameQueryMillis,
            @Nullable Integer historyInTwoSeconds,
            @Nullable Integer historyInTenMinutes,
            @Nullable Integer historyOpenQueries,
            @Nullable Long historyAnswerMillis) {

        static Limits of(SessionLimits limits) {
            HistoryLimits history = limits.history();
            return new Limits(
                    limits.clients(),
                    limits.messagesPerSecond(),
                    limits.violations(),
                    limits.marketDataLines(),
                    limits.sharesLines(),
                    limits.data().depthSlots(),
                    limits.data().tickByTickSlots(),
                    limits.data().tickByTickSpacing().toMillis(),
                    limits.accountSummaries(),
                    limits.summaryInterval().toMillis(),
                    history.pacing(),
                    history.sameQuery().toMillis(),
                    history.inTwoSeconds(),
                    history.inTenMinutes(),
                    history.openQueries(),
                    history.answerTime().toMillis());
        }

        SessionLimits over(SessionLimits now) {
            return now.withClients(or(clients, now.clients()))
                    .withMessagesPerSecond(or(messagesPerSecond, now.messagesPerSecond()))
                    .withViolations(or(violations, now.violations()))
                    .withLines(or(marketDataLines, now.marketDataLines()), or(sharesLines, now.sharesLines()))
                    .withDepthSlots(slots(depthSlots, now.data().ownDepthSlots()))
                    .withTickByTickSlots(slots(tickByTickSlots, now.data().ownTickByTickSlots()))
                    .withTickByTickSpacing(
                            or(tickByTickSpacingMillis, now.data().tickByTickSpacing()))
                    .withAccountSummaries(or(accountSummaries, now.accountSummaries()))
                    .withSummaryInterval(or(summaryIntervalMillis, now.summaryInterval()))
                    .withHistory(over(now.history()));
        }

        private HistoryLimits over(HistoryLimits now) {
            return now.withPacing(or(historyPacing, now.pacing()))
                    .withRates(
                            or(historySameQueryMillis, now.sameQuery()),
                            or(historyInTwoSeconds, now.inTwoSeconds()),
                            or(historyInTenMinutes, now.inTenMinutes()))
                    .withOpenQueries(or(historyOpenQueries, now.openQueries()))
                    .withAnswerTime(or(historyAnswerMillis, now.answerTime()));
        }

        private static <T> T or(@Nullable T wanted, T present) {
            return wanted == null ? present : wanted;
        }

        private static Duration or(@Nullable Long wantedMillis, Duration present) {
            return wantedMillis == null ? present : Duration.ofMillis(wantedMillis);
        }

        private static @Nullable Integer slots(@Nullable Integer wanted, @Nullable Integer present) {
            return wanted == null ? present : wanted == -1 ? null : wanted;
        }
    }
}
