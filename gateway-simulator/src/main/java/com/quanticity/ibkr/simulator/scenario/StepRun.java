package com.quanticity.ibkr.simulator.scenario;

import com.quanticity.ibkr.simulator.scenario.ScenarioProgress.StepProgress;
import com.quanticity.ibkr.simulator.scenario.Step.Doing;
import com.quanticity.ibkr.simulator.scenario.Step.When;
import com.quanticity.ibkr.simulator.witness.Happening;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far one step of a playing scenario is. Event loop only. */
final class StepRun {

    private final Step step;
    private boolean isListening;
    private int heard;
    private long done;
    private @Nullable Instant lastAt;

    StepRun(Step step) {
        this.step = step;
    }

    Step step() {
        return step;
    }

    boolean isFollower() {
        return step.when() instanceof When.After;
    }

    void startRound() {
        heard = 0;
        isListening = false;
    }

    void listen() {
        isListening = true;
    }

    /** Whether this is the happening it waited for. */
    boolean hears(Happening happening) {
        if (!isListening || !(step.when() instanceof When.On(Trigger trigger)) || !trigger.fits(happening)) {
            return false;
        }
        heard++;
        isListening = heard < trigger.count();
        return !isListening;
    }

    void noteDone(Instant at) {
        done++;
        lastAt = at;
    }

    StepProgress progress() {
        return new StepProgress(step.line(), when(), what(), done, lastAt);
    }

    private String when() {
        String moment = switch (step.when()) {
            case When.At(var offset) -> "at " + offset.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
            case When.After(var delay) ->
                "after " + delay.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
            case When.Clock(var time, var zone) -> "clock " + time + " " + zone;
            case When.On(Trigger trigger) -> "on " + trigger.kind().word() + " " + trigger.count();
        };
        return step.times() == 1 ? moment : moment + ", " + step.times() + " times every " + step.every();
    }

    String what() {
        return step.doings().stream().map(StepRun::text).collect(Collectors.joining(", "));
    }

    private static String text(Doing doing) {
        return switch (doing) {
            case Doing.Do(var action, var arguments, int gateway) ->
                action.name() + " " + arguments + (gateway == 1 ? "" : " gateway=" + gateway);
            case Doing.End(var action, int gateway) ->
                "end " + action.name() + (gateway == 1 ? "" : " gateway=" + gateway);
            case Doing.EndAll() -> "end all";
        };
    }
}
