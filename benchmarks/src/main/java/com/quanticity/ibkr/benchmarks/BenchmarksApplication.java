package com.quanticity.ibkr.benchmarks;

import com.quanticity.ibkr.benchmarks.codec.CodecRun;
import com.quanticity.ibkr.benchmarks.data.DataRun;
import com.quanticity.ibkr.benchmarks.data.RecordedDay;
import com.quanticity.ibkr.benchmarks.gate.GateRun;
import com.quanticity.ibkr.benchmarks.orders.Figure;
import com.quanticity.ibkr.benchmarks.orders.OrderRun;
import com.quanticity.ibkr.benchmarks.platform.ServiceProcess;
import com.quanticity.ibkr.benchmarks.reconcile.ReconcileRun;
import com.quanticity.ibkr.benchmarks.report.LoadReport;
import com.quanticity.ibkr.benchmarks.report.Report;
import com.quanticity.ibkr.benchmarks.simulator.SimulatorLoad;
import com.quanticity.ibkr.benchmarks.throughput.Subject;
import com.quanticity.ibkr.benchmarks.throughput.Throughput;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures, prints a table, and writes it down when asked to. */
@Command(
        name = "./benchmarks/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 110,
        description = "Measures the gateway client on this machine, which should be idle: about five minutes.%n",
        footer =
                "%nWith Interactive Brokers' own client in the local Maven repository (./install-tws-api) the same frames%n"
                        + "go through it in the same run, and the ratio is shown.")
public final class BenchmarksApplication implements Callable<Integer> {

    @Option(names = "--quick", description = "One short pass to see that all of it works; the figures mean nothing.")
    private boolean quick;

    @Option(names = "--codec-only", description = "Leave out what needs sockets.")
    private boolean codecOnly;

    @Option(names = "--sockets-only", description = "Leave out what needs no sockets.")
    private boolean socketsOnly;

    @Option(
            names = "--simulator",
            description = "Instead: 50 clients with 100 lines each at the gateway simulator for two minutes.")
    private boolean simulator;

    @Option(
            names = "--data",
            description =
                    "Instead: ticks through adapter and Redis to a consumer, streams to PostgreSQL; four minutes.")
    private boolean data;

    @Option(
            names = "--data-part",
            paramLabel = "PART",
            description = "With --data: LATENCY or WRITER alone; --write needs both.")
    private DataRun.Part part = DataRun.Part.ALL;

    @Option(
            names = "--jvm",
            paramLabel = "OPTION",
            description =
                    "With --data: a JVM option of the adapter beyond the shipped ones, as often as needed, such as%n"
                            + "--jvm=-Xmn192m or --jvm=-Xlog:gc*,safepoint:file=/tmp/gc.log.")
    private List<String> jvm = List.of();

    @Option(names = "--orders", description = "Instead: the order path on warm services; about eighteen minutes.")
    private boolean orders;

    @Option(
            names = "--only",
            paramLabel = "FIGURE",
            split = ",",
            description =
                    "With --orders: only these, after a minute of warm-up. COMMAND (two minutes): command to wire, with the%n"
                            + "journal on the disk and without waiting for it; FILL (one minute): fill to ledger to stream,%n"
                            + "REST to wire; LOAD (eleven minutes): 45 orders/s with 2,000 working.")
    private Set<Figure> figures = EnumSet.allOf(Figure.class);

    @Option(names = "--gate", description = "Instead: the order gate alone, beside 2,000 working orders; one minute.")
    private boolean gate;

    @Option(
            names = "--reconcile",
            description =
                    "Instead: our fills against the drop copy's with 29,000 and 300,000 executions; four minutes.")
    private boolean reconcile;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "With --data, instead: N minutes at 20,000 ticks/s, history on, for the adapter's memory.%n"
                    + "With --orders: length of the load, 10 otherwise.")
    private int minutes;

    @Option(
            names = "--recorded-day",
            paramLabel = "DIR",
            description =
                    "Instead: the recorded 2013-10-07 in DIR through simulator, adapter, streams and database, at the%n"
                            + "highest speed that loses nothing; counts and checksums against the files.")
    private @Nullable Path recordedDay;

    @Option(names = "--write", paramLabel = "FILE", description = "Replace the measured section in docs/benchmarks.md.")
    private @Nullable Path write;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchmarksApplication()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (data) {
            System.setProperty(ServiceProcess.JVM_OPTIONS, String.join(" ", jvm));
            return new DataRun(quick, minutes, part).run(write) ? 0 : 1;
        }
        if (orders) {
            return new OrderRun(figures, quick, minutes > 0 ? minutes : 10).run(write) ? 0 : 1;
        }
        if (gate) {
            return new GateRun(quick).run(write) ? 0 : 1;
        }
        if (reconcile) {
            return new ReconcileRun(quick).run(write) ? 0 : 1;
        }
        if (recordedDay != null) {
            return new RecordedDay(recordedDay, Clock.systemUTC()).run(write) ? 0 : 1;
        }
        if (simulator) {
            return simulator();
        }
        Report report = new Report(Clock.systemUTC());
        if (!socketsOnly) {
            report.codec(new CodecRun("codec|official", quick).run());
        }
        boolean complete = codecOnly || sockets(report);
        System.out.print(report.text());
        if (write != null) {
            report.writeInto(write);
            System.err.println("written to " + write);
        }
        return complete ? 0 : 1;
    }

    private int simulator() throws IOException, InterruptedException {
        LoadReport report = new LoadReport(Clock.systemUTC());
        SimulatorLoad load = quick ? new SimulatorLoad(5, 10, 10, Duration.ofSeconds(5)) : SimulatorLoad.full();
        SimulatorLoad.Result result = load.run();
        System.out.print(report.text(result));
        if (write != null) {
            report.writeInto(write, result);
            System.err.println("written to " + write);
        }
        return result.isComplete() ? 0 : 1;
    }

    /** False when a subject could not be measured; the others are. */
    private boolean sockets(Report report) {
        Throughput throughput = quick ? new Throughput(20_000, 1, 1) : new Throughput(1_000_000, 4, 5);
        boolean complete = true;
        for (Subject subject : Subject.all()) {
            System.err.println("socket: " + subject.description());
            try {
                report.socket(throughput.measure(subject));
            } catch (IOException e) {
                complete = false;
                System.err.println("not measured: " + e.getMessage());
            }
        }
        return complete;
    }
}
