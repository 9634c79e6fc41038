package com.quanticity.ibkr.benchmarks.data;

import com.quanticity.ibkr.benchmarks.platform.DataServers;
import com.quanticity.ibkr.benchmarks.platform.ServiceProcess;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Ticks at a steady rate through the adapter to a consumer of {@code market.quote}. Each tick is due at a time of its own, rate × number,
 * and its latency counts from then, whether or not the sender kept up: nothing is left out when something stalls. Sender and consumer share
 * this process and its clock; adapter and Redis are processes of their own on the same machine.
 */
final class LatencyRun implements AutoCloseable {

    /** As many as the adapter watches when nobody says otherwise. */
    private static final int SYMBOLS = 10;

    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final ServiceProcess adapter;
    private final QuoteGateway gateway;
    private final List<Integer> requests;
    private final StreamSubscription subscription;
    private volatile Phase phase = new Phase(1, 0, 1, new Histogram(3));
    private long sent;

    /** One rate. */
    private static final class Phase {
        private final long first;
        private final long startNanos;
        private final double nanosPerTick;
        private final Histogram latencies;
        private volatile long seen;
        private volatile long last;

        Phase(long first, long startNanos, double nanosPerTick, Histogram latencies) {
            this.first = first;
            this.startNanos = startNanos;
            this.nanosPerTick = nanosPerTick;
            this.latencies = latencies;
        }

        long due(long number) {
            return startNanos + (long) ((number - first) * nanosPerTick);
        }
    }

    /**
     * What was measured at one rate.
     *
     * @param rate ticks a second that were due
     * @param achieved quotes a second that the consumer saw, from the first one due to the last one seen
     * @param lost ticks sent that no consumer saw
     * @param latencies microseconds from due to seen
     * @param adapterCpu cores that the adapter used
     * @param resident bytes of the adapter at the end
     * @param allocated bytes the adapter allocated, as far as its garbage collections have counted them
     * @param pauses how many garbage collections there were and the milliseconds they took together
     */
    record Result(
            int rate,
            double achieved,
            long sent,
            long lost,
            Histogram latencies,
            double adapterCpu,
            long resident,
            double allocated,
            String pauses) {}

    /** What the adapter's collector has done since its start. */
    private record Collector(double allocated, double count, double seconds) {

        static Collector of(ServiceProcess adapter) throws IOException, InterruptedException {
            return new Collector(
                    adapter.meter("jvm_gc_memory_allocated_bytes_total"),
                    adapter.meter("jvm_gc_pause_seconds_count"),
                    adapter.meter("jvm_gc_pause_seconds_sum"));
        }

        Collector since(Collector before) {
            return new Collector(allocated - before.allocated, count - before.count, seconds - before.seconds);
        }

        String pauses() {
            return String.format(Locale.ROOT, "%.0f in %.0f", seconds * 1_000, count);
        }
    }

    private LatencyRun(ServiceProcess adapter, QuoteGateway gateway, List<Integer> requests, DataServers servers) {
        this.adapter = adapter;
        this.gateway = gateway;
        this.requests = requests;
        this.subscription = servers.bus().tail(Topics.MARKET_QUOTE, TailFrom.NOW, message -> {
            long now = System.nanoTime();
            message.data().quotes().forEach(quote -> see(quote, now));
        });
    }

    /** @param history false leaves the database alone, so that the stream is measured by itself */
    static LatencyRun start(DataServers servers, boolean history) throws IOException, InterruptedException {
        QuoteGateway gateway = QuoteGateway.start(Clock.systemUTC(), SYMBOLS);
        ServiceProcess adapter = ServiceProcess.startAdapter(
                servers,
                gateway.port(),
                Map.of(
                        "ibkr.adapter.history.enabled",
                        Boolean.toString(history),
                        "ibkr.adapter.market-data.buffer-quotes",
                        "1000000"));
        List<Integer> requests = gateway.awaitSubscriptions();
        return new LatencyRun(adapter, gateway, requests, servers);
    }

    ServiceProcess adapter() {
        return adapter;
    }

    Result measure(int rate, Duration duration) throws IOException, InterruptedException {
        long ticks = rate * duration.toMillis() / 1_000;
        Histogram latencies = new Histogram(Duration.ofMinutes(2).toNanos() / 1_000, 3);
        Collector collector = Collector.of(adapter);
        Phase now = new Phase(sent + 1, System.nanoTime() + 50_000_000, 1e9 / rate, latencies);
        phase = now;
        Duration cpu = adapter.cpu();
        send(now, ticks);
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (now.seen < ticks && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        long end = System.nanoTime();
        double seconds = (end - now.startNanos) / 1e9;
        double cores = (adapter.cpu().toNanos() - cpu.toNanos()) / 1e9 / seconds;
        Collector collected = Collector.of(adapter).since(collector);
        return new Result(
                rate,
                now.seen / seconds,
                ticks,
                ticks - now.seen,
                latencies,
                cores,
                adapter.resident(),
                collected.allocated(),
                collected.pauses());
    }

    private void send(Phase now, long ticks) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream(1 << 16);
        long end = now.first + ticks;
        while (sent + 1 < end) {
            long time = System.nanoTime();
            while (sent + 1 < end && now.due(sent + 1) <= time && frames.size() < 1 << 15) {
                sent++;
                QuoteGateway.bidSize(frames, requests.get((int) (sent % requests.size())), sent);
            }
            if (frames.size() > 0) {
                gateway.out().write(frames.toByteArray());
                frames.reset();
            } else {
                LockSupport.parkNanos(Math.max(1, now.due(sent + 1) - time));
            }
        }
    }

    private void see(Quote quote, long nanos) {
        Phase now = phase;
        if (quote.bidSize() == null) {
            return;
        }
        long number = quote.bidSize().longValue();
        // An entry whose confirmation was lost may come twice.
        if (number >= now.first && number > now.last) {
            now.last = number;
            now.seen++;
            now.latencies.recordValue(Math.max(0, (nanos - now.due(number)) / 1_000));
        }
    }

    @Override
    public void close() throws IOException {
        subscription.close();
        adapter.close();
        gateway.close();
    }
}
