package com.quanticity.ibkr.benchmarks.report;

import com.quanticity.ibkr.benchmarks.simulator.SimulatorLoad;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/** The simulator's load as Markdown. */
public final class LoadReport {

    private final Machine machine;

    /** To be made before anything is measured. */
    public LoadReport(Clock clock) {
        this.machine = Machine.here(clock);
    }

    public String text(SimulatorLoad.Result result) {
        SimulatorLoad load = result.load();
        double cpuSeconds = result.cpu().toNanos() / 1e9;
        return "\nMeasured " + machine + ".\n\n"
                + "| " + load.clients() + " clients, " + load.lines() + " lines each, " + load.perSecond()
                + " updates a second on each line | |\n|---|---:|\n"
                + row("seconds", "%.0f", result.seconds())
                + row("updates delivered", "%d", result.updates())
                + row("updates lost, doubled or out of turn", "%d", result.wrongUpdates())
                + row("lines that differ from the simulator's own count", "%d", result.unequalLines())
                + row("clients whose price frames differ from the witness", "%d", result.unequalClients())
                + row(
                        "processor time of the simulator, share of one core",
                        "%.0f %%",
                        100 * cpuSeconds / result.seconds())
                + row("processor time for one update", "%.1f µs", 1e6 * cpuSeconds / result.updates())
                + row("resident memory at most, heap limit 192 MiB", "%.0f MiB", result.mostMebibytes())
                + row("half of the updates not later than", "%d ms", result.typicalMillis())
                + row("all but one in a thousand not later than", "%d ms", result.lateMillis());
    }

    private static String row(String what, String format, Object value) {
        return "| " + what + " | " + String.format(Locale.ROOT, format, value) + " |\n";
    }

    /** Replaces the simulator's section. */
    public void writeInto(Path document, SimulatorLoad.Result result) throws IOException {
        new Section("simulator").replaceIn(document, text(result));
    }
}
