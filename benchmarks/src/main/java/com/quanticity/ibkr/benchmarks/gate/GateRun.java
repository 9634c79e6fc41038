package com.quanticity.ibkr.benchmarks.gate;

import com.quanticity.ibkr.benchmarks.codec.CodecRun;
import com.quanticity.ibkr.benchmarks.codec.CodecRun.CodecResult;
import com.quanticity.ibkr.benchmarks.report.Machine;
import com.quanticity.ibkr.benchmarks.report.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures the order gate and holds it against its target.
 *
 * @param quick one short iteration: shows that it runs, measures nothing
 */
public record GateRun(boolean quick) {

    private static final double TARGET_NANOS = 20_000;

    /** Prints what it measured, and writes it into the document when there is one; true when every decision met the target. */
    public boolean run(@Nullable Path document) throws IOException {
        Machine machine = Machine.here(Clock.systemUTC());
        List<CodecResult> results = new CodecRun("gate", quick).run();
        String text = text(machine, results);
        System.out.print(text);
        if (document != null) {
            new Section("gate").replaceIn(document, text);
            System.err.println("written to " + document);
        }
        return quick
                || results.stream()
                        .filter(result -> !result.benchmark().equals("wholeLife"))
                        .allMatch(result -> result.nanos() <= TARGET_NANOS);
    }

    static String text(Machine machine, List<CodecResult> results) {
        StringBuilder text = new StringBuilder("\nMeasured " + machine + ".\n")
                .append("\n| the gate alone | µs | ± | CPU µs | bytes allocated |\n|---|---:|---:|---:|---:|\n");
        for (CodecResult result : results) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.0f |%n",
                    result.benchmark(),
                    result.nanos() / 1_000,
                    result.error() / 1_000,
                    result.cpuNanos() / 1_000,
                    result.bytes()));
        }
        return text.append("\nTarget: a decision takes 20 µs at most.\n").toString();
    }
}
