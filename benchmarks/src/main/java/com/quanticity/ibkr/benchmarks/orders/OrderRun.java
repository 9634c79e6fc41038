package com.quanticity.ibkr.benchmarks.orders;

import com.quanticity.ibkr.benchmarks.platform.DataServers;
import com.quanticity.ibkr.benchmarks.platform.ServiceProcess.Timed;
import com.quanticity.ibkr.benchmarks.report.Machine;
import com.quanticity.ibkr.benchmarks.report.Section;
import com.quanticity.ibkr.model.order.OrderType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Measures the order path. Orders go out at a steady rate, each due at a time of its own from which its latency counts, so that nothing
 * is left out when something stalls. Processes are warmed up before: of a service that has just started the first thousand orders show
 * how Java compiles.
 */
public final class OrderRun {

    private static final BigDecimal FAR_BELOW = new BigDecimal("1.00");
    private static final int GENTLE_RATE = 20;
    private static final int WARM_UP_RATE = 60;
    private static final int LOAD_RATE = 45;
    private static final double MIB = 1024 * 1024;

    private final Set<Figure> figures;
    private final boolean quick;
    private final int minutes;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private boolean complete = true;

    /** @param minutes of the load with working orders; 10 in the documented figures */
    public OrderRun(Set<Figure> figures, boolean quick, int minutes) {
        this.figures = figures;
        this.quick = quick;
        this.minutes = minutes;
    }

    /** Prints what it measured, and writes it into the document when there is one; true when no order was lost or doubled. */
    public boolean run(@Nullable Path document) throws IOException, InterruptedException, SQLException {
        text.append("\nMeasured ").append(Machine.here(Clock.systemUTC())).append(".\n");
        text.append(
                "\n| Path | orders | lost | twice | p50 µs | p99 µs | most µs |\n|---|---:|---:|---:|---:|---:|---:|\n");
        if (figures.contains(Figure.COMMAND)) {
            commands();
        }
        if (figures.contains(Figure.FILL) || figures.contains(Figure.LOAD)) {
            orders();
        }
        text.append(notes);
        System.out.print(text);
        if (document != null) {
            new Section("orders").replaceIn(document, text.toString());
        }
        return complete;
    }

    /** Command on the stream to the order at the other end of the socket. */
    private void commands() throws IOException, InterruptedException, SQLException {
        int orders = quick ? 100 : 1_200;
        try (DataServers servers = DataServers.start();
                OrderPath path = OrderPath.start(servers, false)) {
            Map<String, Instant> warmUp = send(path, quick ? 300 : 9_000, WARM_UP_RATE, OrderType.MARKET);
            complete &= path.await(() -> path.reached().containsAll(warmUp.keySet()));
            Timed before = path.adapter().timed("adapter_order_send_seconds");
            resting("command → wire, journal on the disk first, ", path, orders);
            notes.append(String.format(
                    Locale.ROOT,
                    "%nInside the adapter a command took %,.0f µs on average from its reading to its frame, journal on the disk included.%n",
                    path.adapter().timed("adapter_order_send_seconds").meanMicrosSince(before)));
            servers.commitWaitsForDisk(false);
            resting("command → wire, journal not waiting for the disk, ", path, orders);
        }
    }

    private void resting(String what, OrderPath path, int orders) throws IOException {
        row(what + GENTLE_RATE + "/s", path, send(path, orders, GENTLE_RATE, OrderType.LIMIT));
    }

    /** By REST, so that the engine has them in its ledger. */
    private void orders() throws IOException, InterruptedException {
        try (DataServers servers = DataServers.start();
                OrderPath path = OrderPath.start(servers, true)) {
            Map<String, Instant> warmUp = place(path, "warm-up", quick ? 200 : 4_000, WARM_UP_RATE, null);
            complete &= path.await(() -> path.filledOnStream().keySet().containsAll(warmUp.keySet()));
            if (figures.contains(Figure.FILL)) {
                fills(path);
            }
            if (figures.contains(Figure.LOAD)) {
                load(path);
            }
        }
    }

    /** Fill at the broker to the ledger's event on the stream. */
    private void fills(OrderPath path) throws IOException, InterruptedException {
        Map<String, Instant> placed = place(path, "fill", quick ? 100 : 1_200, GENTLE_RATE, null);
        untilTold("fill → ledger → stream, " + GENTLE_RATE + "/s", path, placed);
        row("REST → outbox → command → wire, " + GENTLE_RATE + "/s", path, placed);
    }

    /** Many working orders, then a long load of orders that fill. */
    private void load(OrderPath path) throws IOException, InterruptedException {
        Map<String, Instant> resting = place(path, "resting", quick ? 100 : 2_000, WARM_UP_RATE, FAR_BELOW);
        complete &= path.await(() -> path.reached().containsAll(resting.keySet()));
        Duration adapter = path.adapter().cpu();
        Duration engine = path.engine().cpu();
        long begin = System.nanoTime();
        Map<String, Instant> due = place(path, "load", quick ? 450 : minutes * 60 * LOAD_RATE, LOAD_RATE, null);
        double seconds = (System.nanoTime() - begin) / 1e9;
        notes.append(String.format(
                Locale.ROOT,
                "%nUnder the load of %d/s: adapter %.2f cores, %.0f MiB; engine %.2f cores, %.0f MiB.%n",
                LOAD_RATE,
                (path.adapter().cpu().minus(adapter)).toNanos() / 1e9 / seconds,
                path.adapter().resident() / MIB,
                (path.engine().cpu().minus(engine)).toNanos() / 1e9 / seconds,
                path.engine().resident() / MIB));
        String load = String.format(Locale.ROOT, "%d/s for %.0f s, %,d working", LOAD_RATE, seconds, path.working());
        untilTold("fill → ledger → stream, " + load, path, due);
        row("REST → outbox → command → wire, " + load, path, due);
    }

    /** Each at its time, whatever became of the ones before. */
    private static Map<String, Instant> place(
            OrderPath path, String key, int orders, int rate, @Nullable BigDecimal limit) throws InterruptedException {
        Map<String, Instant> placed = new ConcurrentHashMap<>();
        AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();
        Pace pace = new Pace(path.now(), rate);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < orders; i++) {
                int number = i;
                Instant due = pace.await(i);
                senders.execute(() -> {
                    try {
                        placed.put(path.place(key + "-" + number, limit), due);
                    } catch (IOException | InterruptedException e) {
                        refusal.compareAndSet(null, e);
                    }
                });
            }
        }
        if (placed.size() < orders) {
            throw new IllegalStateException(
                    "the engine took " + placed.size() + " of " + orders + " orders only, see the cause",
                    refusal.get());
        }
        return placed;
    }

    private static Map<String, Instant> send(OrderPath path, int orders, int rate, OrderType type) {
        Map<String, Instant> sent = new LinkedHashMap<>();
        Pace pace = new Pace(path.now(), rate);
        for (int i = 0; i < orders; i++) {
            Instant due = pace.await(i);
            sent.put(path.command(type, type == OrderType.LIMIT ? FAR_BELOW : null), due);
        }
        return sent;
    }

    /** From the fill at the broker to the ledger's event. */
    private void untilTold(String what, OrderPath path, Map<String, Instant> placed) {
        complete &= path.await(() -> path.filledOnStream().keySet().containsAll(placed.keySet()));
        Map<String, Instant> filled = path.filled();
        Map<String, Instant> onStream = path.filledOnStream();
        Histogram latencies = new Histogram(3);
        placed.keySet().forEach(id -> record(latencies, filled.get(id), onStream.get(id)));
        line(what, placed.size(), placed.size() - latencies.getTotalCount(), 0, latencies);
    }

    private void row(String what, OrderPath path, Map<String, Instant> due) throws IOException {
        path.await(() -> path.reached().containsAll(due.keySet()));
        int twice = path.ordersAtBroker() - path.reached().size();
        Map<String, Instant> arrived = path.arrived();
        Histogram latencies = new Histogram(3);
        due.forEach((id, time) -> record(latencies, time, arrived.get(id)));
        line(what, due.size(), due.size() - latencies.getTotalCount(), twice, latencies);
    }

    private static void record(Histogram latencies, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null) {
            latencies.recordValue(Math.max(0, Duration.between(from, to).toNanos() / 1_000));
        }
    }

    private void line(String what, int orders, long lost, int twice, Histogram latencies) {
        complete &= lost == 0 && twice == 0;
        text.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | %,d | %,d |%n",
                what,
                orders,
                lost,
                twice,
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(99),
                latencies.getMaxValue()));
        System.err.print(text.substring(text.lastIndexOf("\n", text.length() - 2) + 1));
    }

    /** When the n-th of a steady row is due. */
    private record Pace(Instant first, long begin, int rate) {

        Pace(Instant first, int rate) {
            this(first, System.nanoTime(), rate);
        }

        Instant await(int number) {
            long nanos = (long) (number * 1e9 / rate);
            long left = begin + nanos - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(left);
            }
            return first.plusNanos(nanos);
        }
    }
}
