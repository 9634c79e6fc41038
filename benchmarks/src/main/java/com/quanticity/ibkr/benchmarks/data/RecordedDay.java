package com.quanticity.ibkr.benchmarks.data;

import com.quanticity.ibkr.benchmarks.platform.DataServers;
import com.quanticity.ibkr.benchmarks.platform.ServiceProcess;
import com.quanticity.ibkr.benchmarks.report.Machine;
import com.quanticity.ibkr.benchmarks.report.Section;
import com.quanticity.ibkr.benchmarks.simulator.SimulatorProcess;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The recorded day through everything: simulator, adapter, streams, database. The simulator plays as fast as the adapter reads, merges and
 * drops nothing. Trades and best bids and offers come as ticks and are compared with the files one by one (count and checksum); level 1
 * is compared between stream and database by the adapter's own proof.
 */
public final class RecordedDay {

    private static final List<String> SYMBOLS = List.of("SPY", "AIG", "BAC", "IBM");
    private static final String DAY = "20131007";
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Path recordings;
    private final Clock clock;
    private final StringBuilder text = new StringBuilder();
    private final Histogram age = new ConcurrentHistogram(3);
    private final AtomicLong quotes = new AtomicLong();
    private final AtomicLong ticks = new AtomicLong();
    private volatile long lastNanos;
    private boolean equal = true;

    public RecordedDay(Path recordings, Clock clock) {
        this.clock = clock;
        this.recordings = recordings;
    }

    /** True when everything is equal. */
    public boolean run(@Nullable Path document) throws IOException, InterruptedException, SQLException {
        text.append("\nMeasured ").append(Machine.here(clock)).append(".\n\n");
        try (DataServers servers = DataServers.start();
                SimulatorProcess simulator = SimulatorProcess.start(
                        recordings,
                        "--date",
                        "2013-10-07",
                        "--from",
                        "04:00",
                        "--speed",
                        "max",
                        "--hold",
                        "--tick-by-tick-slots",
                        "8",
                        "--tick-by-tick-spacing",
                        "0");
                ServiceProcess adapter = adapter(servers, simulator)) {
            play(servers, simulator, adapter);
            compare(servers, adapter);
        }
        text.append(equal ? "\nEverything is equal.\n" : "\nNOT everything is equal.\n");
        System.out.print(text);
        if (document != null) {
            new Section("recorded-day").replaceIn(document, text.toString());
        }
        return equal;
    }

    private static ServiceProcess adapter(DataServers servers, SimulatorProcess simulator)
            throws IOException, InterruptedException {
        return ServiceProcess.startAdapter(
                servers,
                simulator.port(),
                Map.of(
                        "ibkr.adapter.watch-list", String.join(",", SYMBOLS),
                        "ibkr.adapter.bars.symbols", "SPY",
                        "ibkr.adapter.tick-by-tick.permanent",
                                String.join(
                                        ",",
                                        SYMBOLS.stream()
                                                .flatMap(symbol ->
                                                        List.of(symbol + ":ALL_LAST", symbol + ":BID_ASK").stream())
                                                .toList()),
                        "ibkr.adapter.tick-by-tick.quota", "8",
                        "ibkr.adapter.tick-by-tick.request-interval", "1ms",
                        "ibkr.adapter.tick-by-tick.history-ticks", "0"));
    }

    private void play(DataServers servers, SimulatorProcess simulator, ServiceProcess adapter)
            throws IOException, InterruptedException {
        adapter.await("twelve subscriptions", () -> subscriptions(simulator) >= 3 * SYMBOLS.size());
        StreamBus bus = servers.bus();
        try (StreamSubscription _ = bus.tail(Topics.MARKET_QUOTE, TailFrom.NOW, message -> see(message.data()));
                StreamSubscription _ = bus.tail(Topics.MARKET_TRADE, TailFrom.NOW, message -> see(message.data()))) {
            Duration cpu = adapter.cpu();
            long began = System.nanoTime();
            lastNanos = began;
            if (simulator.post("market/play") / 100 != 2) {
                throw new IOException("the simulator did not begin to play");
            }
            while (ticks.get() == 0 || System.nanoTime() - lastNanos < QUIET.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            double seconds = (lastNanos - began) / 1e9;
            long all = quotes.get() + ticks.get();
            text.append(String.format(
                    Locale.ROOT,
                    "%,d items on the streams (%,d quotes, %,d ticks) in %.1f s: %,.0f a second. Age at the consumer since the socket"
                            + " read: p50 %,d µs, p99 %,d µs, p99.9 %,d µs, most %,d µs. Adapter: %.2f cores, %d MiB.%n%n",
                    all,
                    quotes.get(),
                    ticks.get(),
                    seconds,
                    all / seconds,
                    age.getValueAtPercentile(50),
                    age.getValueAtPercentile(99),
                    age.getValueAtPercentile(99.9),
                    age.getMaxValue(),
                    (adapter.cpu().toNanos() - cpu.toNanos()) / 1e9 / seconds,
                    adapter.resident() >> 20));
        }
        adapter.await("a database that has caught up", () -> isCaughtUp(adapter));
    }

    private static int subscriptions(SimulatorProcess simulator) throws IOException, InterruptedException {
        int open = 0;
        for (JsonNode stream : simulator.get("witness/streams")) {
            switch (stream.path("kind").asString("")) {
                case "MARKET_DATA", "TICK_BY_TICK" -> open++;
                // Depth and bars of the day are not compared.
                default -> {}
            }
        }
        return open;
    }

    private static boolean isCaughtUp(ServiceProcess adapter) throws IOException, InterruptedException {
        for (String stream : List.of("market.quote", "market.trade")) {
            JsonNode lag = adapter.get("/api/v1/history").path(stream).path("lag");
            if (lag.path("entries").asLong(1) + lag.path("unfinished").asLong(1) > 0) {
                return false;
            }
        }
        return true;
    }

    private void see(QuoteBatch batch) {
        quotes.addAndGet(batch.quotes().size());
        seen(batch.quotes().getFirst().receivedAt());
    }

    private void see(TickBatch batch) {
        ticks.addAndGet(batch.ticks().size());
        seen(batch.ticks().stream().map(TickByTick::receivedAt).findFirst().orElseThrow());
    }

    private void seen(Instant receivedAt) {
        lastNanos = System.nanoTime();
        age.recordValue(
                Math.max(0, Duration.between(receivedAt, clock.instant()).toNanos() / 1_000));
    }

    private void compare(DataServers servers, ServiceProcess adapter)
            throws IOException, InterruptedException, SQLException {
        RecordedFiles files = new RecordedFiles(recordings, DAY);
        Map<String, Tally> trades = stored(servers, "ALL_LAST", "price", "size");
        Map<String, Tally> changes = stored(servers, "BID_ASK", "bid", "bid_size", "ask", "ask_size");
        text.append(
                "| symbol | trades in the file | stored | | quote changes in the file | stored | |\n|---|---|---|---|---|---|---|\n");
        for (String symbol : SYMBOLS) {
            Tally tradeFile = files.trades(symbol);
            Tally changeFile = files.quoteChanges(symbol);
            Tally tradeRows = trades.getOrDefault(symbol, new Tally());
            Tally changeRows = changes.getOrDefault(symbol, new Tally());
            equal &= tradeFile.sameAs(tradeRows) && changeFile.sameAs(changeRows);
            text.append(String.format(
                    "| %s | %s | %s | %s | %s | %s | %s |%n",
                    symbol,
                    tradeFile,
                    tradeRows,
                    tradeFile.sameAs(tradeRows) ? "equal" : "DIFFERENT",
                    changeFile,
                    changeRows,
                    changeFile.sameAs(changeRows) ? "equal" : "DIFFERENT"));
        }
        JsonNode proof =
                adapter.get("/api/v1/history/proof?day=" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        for (JsonNode stream : proof.path("streams")) {
            String verdict = stream.path("verdict").asString();
            equal &= !verdict.equals("DIFFERENT") && !verdict.equals("HOLES");
            text.append(String.format(
                    "%n%s: %,d held in Redis, %,d stored, %s.%n",
                    stream.path("stream").asString(),
                    stream.path("heldItems").asLong(),
                    stream.path("storedRows").asLong(),
                    verdict));
        }
        double dropped =
                adapter.meter("adapter_quotes_dropped_total") + adapter.meter("adapter_stream_items_dropped_total");
        equal &= dropped == 0;
        text.append(String.format("%n%.0f items dropped before Redis.%n", dropped));
    }

    private static Map<String, Tally> stored(DataServers servers, String kind, String... columns) throws SQLException {
        Map<String, Tally> tallies = new TreeMap<>();
        try (Connection connection = servers.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(10_000);
            ResultSet rows = statement.executeQuery("select symbol, extract(epoch from broker_time)::bigint, "
                    + String.join(", ", columns) + " from adapter.ib_tick_by_tick where kind = '" + kind + "'");
            while (rows.next()) {
                String[] facts = new String[columns.length + 1];
                facts[0] = rows.getString(2);
                for (int i = 0; i < columns.length; i++) {
                    BigDecimal value = rows.getBigDecimal(i + 3);
                    facts[i + 1] = value == null ? "0" : RecordedFiles.plain(value.toPlainString());
                }
                tallies.computeIfAbsent(rows.getString(1), _ -> new Tally()).add(facts);
            }
        }
        return tallies;
    }
}
