package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.historical.JobMaker.Made;
import com.quanticity.ibkr.adapter.historical.JobMaker.Target;
import com.quanticity.ibkr.adapter.historical.JobMaker.Wish;
import com.quanticity.ibkr.adapter.historical.job.JobStore;
import com.quanticity.ibkr.adapter.historical.job.StoredJob;
import com.quanticity.ibkr.adapter.historical.job.Totals;
import com.quanticity.ibkr.adapter.historical.plan.BarLength;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.adapter.historical.store.BarTable;
import com.quanticity.ibkr.adapter.historical.store.TickTable;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessions;
import com.quanticity.ibkr.gateway.session.ReconnectSettings;
import com.quanticity.ibkr.gateway.session.SessionFanOut;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Session and downloads of one process against a simulated gateway and real servers. */
final class RunningDownloads implements AutoCloseable {

    static final Target SPY = new Target(756733, "SPY", "STK", "SMART");
    private static final HistoryLimits QUICK =
            new HistoryLimits(10_000, 10_000, Duration.ofMillis(1), 1_000, Duration.ofMillis(1), 50);

    final GatewaySession session;
    final HistoricalParts parts;
    private final TestServers servers;

    RunningDownloads(TestServers servers, int port) {
        Clock clock = Clock.systemUTC();
        this.servers = servers;
        SessionFanOut all = new SessionFanOut();
        session = GatewaySessions.create(
                SessionSettings.of(ConnectSettings.of("127.0.0.1", port, ClientId.of(1)), "ibkr-adapter", true)
                        .with(new ReconnectSettings(Duration.ofMillis(100), Duration.ofMillis(300), 0)),
                GatewayBindings.nativeBinding(clock),
                clock,
                servers.meters,
                SessionSharing.alone(clock, QUICK, true),
                _ -> all);
        parts = parts(servers, session, clock);
        all.join(List.of(parts.desk()));
        parts.desk().start();
        session.start();
    }

    static HistoricalParts parts(TestServers servers, GatewaySession session, Clock clock) {
        return HistoricalParts.of(
                session,
                servers.bus,
                new JobStore(servers.database, servers.transaction),
                new BarTable(servers.database),
                new TickTable(servers.database),
                new HistoricalProperties(3, Duration.ofSeconds(30), 1_000),
                servers.meters,
                clock);
    }

    String want(TimeRange range, @Nullable BarLength length) {
        return want(parts, range, length);
    }

    static String want(HistoricalParts parts, TimeRange range, @Nullable BarLength length) {
        Made made = parts.maker().make(new Wish(SPY, range, length, "TRADES", true, false), null);
        String id = ((Made.Created) made).job().id();
        parts.desk().onCreated(id);
        return id;
    }

    StoredJob job(String id) {
        return parts.store().find(id).orElseThrow();
    }

    Totals totals(String id) {
        return Totals.of(parts.store().pieces(id));
    }

    boolean hasEnded(String id) {
        return job(id).status().state().isFinal();
    }

    List<String> bars() {
        return rows("select start_at, open, high, low, close, volume, wap, trade_count"
                + " from adapter.ib_historical_bars order by start_at");
    }

    List<String> ticks() {
        return rows("select at, ordinal, price, size, exchange, conditions, flags"
                + " from adapter.ib_historical_ticks order by at, ordinal");
    }

    private List<String> rows(String query) {
        return servers.database.queryForList(query).stream()
                .map(row -> row.values().toString())
                .toList();
    }

    /** As a process that dies: nothing is finished first. */
    @Override
    public void close() {
        parts.desk().close();
        session.close();
    }
}
