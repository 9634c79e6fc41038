package com.quanticity.ibkr.chaos;

import com.quanticity.ibkr.chaos.proof.Checked;
import com.quanticity.ibkr.chaos.report.RunResult;
import com.quanticity.ibkr.chaos.report.Summary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lanes bring, told as it comes; the report is written again after each platform. Thread-safe. */
final class Results {

    private final Summary summary;
    private final @Nullable Path report;
    private final Clock clock;
    private final PrintStream out;
    private int tampered;

    Results(Summary summary, @Nullable Path report, Clock clock, PrintStream out) {
        this.summary = summary;
        this.report = report;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Takes the end of a run.
     *
     * @param number of the run, from 0
     * @param tampers whether a copy of its audit record was tampered with
     */
    synchronized void add(int number, RunResult result, boolean tampers) {
        summary.add(result);
        tampered += tampers ? 1 : 0;
        out.printf(
                "run %d seed %d %s %.1f s %s%n",
                number + 1,
                result.plan().seed(),
                result.violations().isEmpty() ? "ok" : "VIOLATED",
                result.took().toMillis() / 1000.0,
                result.plan().faults());
        result.violations().forEach(each -> out.println("  " + each));
    }

    synchronized void addPlatform(Map<String, Integer> outcomes, Checked compared, Map<String, Integer> unasked)
            throws IOException {
        summary.addPlatform(outcomes, compared, unasked);
        write();
    }

    synchronized void tell(String line) {
        out.println(line);
    }

    synchronized void write() throws IOException {
        if (report != null) {
            Files.writeString(report, summary.document(clock.instant(), tampered));
        }
    }

    synchronized boolean isClean() {
        return summary.isClean();
    }
}
