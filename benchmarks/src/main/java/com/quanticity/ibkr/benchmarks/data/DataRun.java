package com.quanticity.ibkr.benchmarks.data;

import com.quanticity.ibkr.benchmarks.platform.DataServers;
import com.quanticity.ibkr.benchmarks.platform.ServiceProcess;
import com.quanticity.ibkr.benchmarks.report.Machine;
import com.quanticity.ibkr.benchmarks.report.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Measures the data side: socket to stream consumer, stream to database, memory over time. */
public final class DataRun {

    private static final List<Integer> RATES = List.of(1_000, 10_000, 50_000, 100_000);
    private static final int MEMORY_RATE = 20_000;
    private static final double MIB = 1024 * 1024;

    private final boolean quick;
    private final int minutes;
    private final Part part;
    private final StringBuilder text = new StringBuilder();
    private boolean complete = true;

    /** What is measured. */
    public enum Part {
        ALL,
        LATENCY,
        WRITER
    }

    /** @param minutes of the memory run at 20,000 ticks/s, 0 = none */
    public DataRun(boolean quick, int minutes, Part part) {
        this.quick = quick;
        this.minutes = minutes;
        this.part = part;
    }

    /** Prints what it measured, and writes it into the document when there is one; true when nothing was lost. */
    public boolean run(@Nullable Path document) throws IOException, InterruptedException, SQLException {
        text.append("\nMeasured ").append(Machine.here(Clock.systemUTC())).append(".\n");
        if (!ServiceProcess.addedOptions().isEmpty()) {
            text.append("\nThe adapter with ")
                    .append(String.join(" ", ServiceProcess.addedOptions()))
                    .append(".\n");
        }
        if (minutes > 0) {
            memory();
        } else {
            if (part != Part.WRITER) {
                latency();
            }
            if (part != Part.LATENCY) {
                writer();
            }
        }
        System.out.print(text);
        if (document != null && part == Part.ALL) {
            new Section(minutes > 0 ? "data-memory" : "data").replaceIn(document, text.toString());
        }
        return complete;
    }

    private void latency() throws IOException, InterruptedException {
        text.append(
                        "\n| ticks/s due | seen/s | lost | p50 µs | p99 µs | p99.9 µs | most µs | adapter cores | adapter MiB | bytes/tick | GC ms in pauses |\n")
                .append("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        try (DataServers servers = DataServers.start();
                LatencyRun run = LatencyRun.start(servers, false)) {
            run.measure(quick ? 2_000 : 20_000, Duration.ofSeconds(quick ? 1 : 30));
            for (int rate : quick ? List.of(1_000, 5_000) : RATES) {
                row(run.measure(rate, Duration.ofSeconds(quick ? 2 : 15)));
            }
        }
    }

    private void row(LatencyRun.Result result) {
        complete &= result.lost() == 0;
        text.append(String.format(
                Locale.ROOT,
                "| %,d | %,.0f | %,d | %,d | %,d | %,d | %,d | %.2f | %.0f | %,.0f | %s |%n",
                result.rate(),
                result.achieved(),
                result.lost(),
                result.latencies().getValueAtPercentile(50),
                result.latencies().getValueAtPercentile(99),
                result.latencies().getValueAtPercentile(99.9),
                result.latencies().getMaxValue(),
                result.adapterCpu(),
                result.resident() / MIB,
                result.allocated() / result.sent(),
                result.pauses()));
        System.err.print(text.substring(text.lastIndexOf("\n", text.length() - 2) + 1));
    }

    private void writer() throws IOException, InterruptedException, SQLException {
        text.append(
                "\n| quotes an entry | rows | writer rows/s | raw COPY rows/s | share |\n|---:|---:|---:|---:|---:|\n");
        for (int entry : List.of(500, 20)) {
            int rows = quick ? 20_000 : entry == 500 ? 2_000_000 : 1_000_000;
            try (DataServers servers = DataServers.start()) {
                WriterRun.Result result = new WriterRun(servers, Clock.systemUTC()).measure(rows, entry);
                text.append(String.format(
                        Locale.ROOT,
                        "| %d | %,d | %,.0f | %,.0f | %.0f %% |%n",
                        result.entry(),
                        result.rows(),
                        result.writer(),
                        result.copy(),
                        100 * result.ratio()));
            }
        }
    }

    /** One line a minute; history is on, so that everything that is kept is under way. */
    private void memory() throws IOException, InterruptedException {
        text.append(
                "\n| minute | seen/s | lost | p99 µs | adapter cores | adapter MiB |\n|---:|---:|---:|---:|---:|---:|\n");
        try (DataServers servers = DataServers.start();
                LatencyRun run = LatencyRun.start(servers, true)) {
            for (int minute = 1; minute <= minutes; minute++) {
                LatencyRun.Result result = run.measure(MEMORY_RATE, Duration.ofMinutes(1));
                complete &= result.lost() == 0;
                text.append(String.format(
                        Locale.ROOT,
                        "| %d | %,.0f | %,d | %,d | %.2f | %.0f |%n",
                        minute,
                        result.achieved(),
                        result.lost(),
                        result.latencies().getValueAtPercentile(99),
                        result.adapterCpu(),
                        result.resident() / MIB));
            }
        }
    }
}
