package com.quanticity.ibkr.simulator.scenario;

import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.witness.Happening;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays one scenario at a time on the simulator's clock. Thread-safe. */
public final class ScenarioPlayer {

    private final EventLoop loop;
    private final List<SimulatorFaults> gateways;
    private @Nullable ScenarioRun run;

    /**
     * A player that stands still.
     *
     * @param gateways the faults of each gateway, the first one first
     */
    public ScenarioPlayer(EventLoop loop, List<SimulatorFaults> gateways) {
        this.loop = loop;
        this.gateways = gateways;
    }

    /** Starts a scenario; one that still runs is stopped, what it switched on stays. */
    public void play(Scenario scenario) {
        loop.call(() -> {
            stopRun();
            run = new ScenarioRun(scenario, loop, gateways);
            run.start();
            return null;
        });
    }

    /** Stops; what was switched on stays. */
    public void stop() {
        loop.call(() -> {
            stopRun();
            return null;
        });
    }

    private void stopRun() {
        if (run != null) {
            run.stop();
        }
    }

    /** How far it is; null before the first scenario. */
    public @Nullable ScenarioProgress progress() {
        return loop.<@Nullable ScenarioProgress>call(() -> run == null ? null : run.progress());
    }

    /** Tells what happened. Event loop only. */
    public void onHappening(Happening happening) {
        if (run != null) {
            run.onHappening(happening);
        }
    }

    /** The names of the bundled scenarios. */
    public static List<String> bundled() {
        return BundledScenarios.NAMES;
    }
}
