package com.quanticity.ibkr.simulator.scenario;

import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.scenario.ScenarioProgress.State;
import com.quanticity.ibkr.simulator.scenario.Step.When;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.witness.Happening;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One playing of a scenario. Steps with a moment of their own start a chain; the {@code after} steps behind them follow. A round is
 * over when every chain is. Event loop only.
 */
final class ScenarioRun {

    private static final Logger log = LoggerFactory.getLogger(ScenarioRun.class);

    private final Scenario scenario;
    private final EventLoop loop;
    private final List<SimulatorFaults> gateways;
    private final List<StepRun> steps;
    private final List<String> failures = new ArrayList<>();
    private final Instant startedAt;
    private State state = State.RUNNING;
    private int round;
    private int openChains;

    ScenarioRun(Scenario scenario, EventLoop loop, List<SimulatorFaults> gateways) {
        this.scenario = scenario;
        this.loop = loop;
        this.gateways = gateways;
        this.startedAt = loop.now();
        this.steps = scenario.steps().stream().map(StepRun::new).toList();
    }

    void start() {
        log.info("scenario started name={} steps={} rounds={}", scenario.name(), steps.size(), scenario.rounds());
        startRound();
    }

    private void startRound() {
        round++;
        openChains = (int) steps.stream().filter(step -> !step.isFollower()).count();
        for (int i = 0; i < steps.size(); i++) {
            arm(i);
        }
    }

    private void arm(int index) {
        StepRun step = steps.get(index);
        step.startRound();
        switch (step.step().when()) {
            case When.At(Duration offset) -> later(offset, index);
            case When.Clock clock -> later(Duration.between(loop.now(), next(clock)), index);
            case When.On _ -> step.listen();
            case When.After _ -> {}
        }
    }

    private Instant next(When.Clock clock) {
        ZonedDateTime now = loop.now().atZone(clock.zone());
        ZonedDateTime today = now.with(clock.time());
        return (today.isAfter(now) ? today : now.plusDays(1).with(clock.time())).toInstant();
    }

    private void later(Duration delay, int index) {
        loop.after(delay, () -> doStep(index, 1));
    }

    void onHappening(Happening happening) {
        for (int i = 0; i < steps.size() && state == State.RUNNING; i++) {
            int index = i;
            if (steps.get(i).hears(happening)) {
                // the client hears of it first, then it is struck
                loop.execute(() -> doStep(index, 1));
            }
        }
    }

    private void doStep(int index, int time) {
        if (state != State.RUNNING) {
            return;
        }
        StepRun step = steps.get(index);
        step.noteDone(loop.now());
        log.info(
                "scenario step name={} line={} what={}",
                scenario.name(),
                step.step().line(),
                step.what());
        step.step().doings().forEach(doing -> perform(step, doing));
        if (time < step.step().times()) {
            loop.after(step.step().every(), () -> doStep(index, time + 1));
        } else {
            goOn(index + 1);
        }
    }

    private void goOn(int following) {
        if (following < steps.size() && steps.get(following).step().when() instanceof When.After(Duration delay)) {
            later(delay, following);
        } else if (--openChains == 0) {
            endRound();
        }
    }

    private void endRound() {
        if (scenario.rounds() == 0 || round < scenario.rounds()) {
            // a round of steps at 0s that repeats for ever must not keep the loop from everything else
            loop.after(Duration.ofMillis(1), this::startRoundIfRunning);
        } else {
            state = State.DONE;
            log.info("scenario done name={} rounds={}", scenario.name(), round);
        }
    }

    private void startRoundIfRunning() {
        if (state == State.RUNNING) {
            startRound();
        }
    }

    private void perform(StepRun step, Step.Doing doing) {
        try {
            switch (doing) {
                case Step.Doing.Do(var action, var arguments, int gateway) ->
                    action.effect().accept(gateway(gateway), arguments);
                case Step.Doing.End(var action, int gateway) -> end(action, gateway);
                case Step.Doing.EndAll() -> gateways.forEach(SimulatorFaults::clear);
            }
        } catch (IllegalArgumentException | IllegalStateException impossible) {
            String failure = scenario.name() + " line " + step.step().line() + ": " + impossible.getMessage();
            failures.add(failure);
            log.warn("scenario step failed {}", failure);
        }
    }

    private void end(Action action, int gateway) {
        if (action.ending() != null) {
            action.ending().accept(gateway(gateway));
        }
    }

    private SimulatorFaults gateway(int number) {
        if (number > gateways.size()) {
            throw new IllegalStateException(
                    "there is no gateway " + number + ": start the simulator with a second port");
        }
        return gateways.get(number - 1);
    }

    void stop() {
        if (state == State.RUNNING) {
            state = State.STOPPED;
            log.info("scenario stopped name={} round={}", scenario.name(), round);
        }
    }

    ScenarioProgress progress() {
        return new ScenarioProgress(
                scenario.name(),
                scenario.about(),
                state,
                startedAt,
                round,
                scenario.rounds(),
                steps.stream().map(StepRun::progress).toList(),
                List.copyOf(failures));
    }
}
