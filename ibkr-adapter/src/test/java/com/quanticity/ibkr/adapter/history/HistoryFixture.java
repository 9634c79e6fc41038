package com.quanticity.ibkr.adapter.history;

import static com.quanticity.ibkr.adapter.history.HistoryRows.quotes;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.history.upkeep.UpkeepProperties;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.util.unit.DataSize;

/** The history writer on real servers, and what its tests publish and count. */
abstract class HistoryFixture {

    static final Duration PATIENCE = Duration.ofSeconds(40);

    final MovableClock clock = new MovableClock();
    final TestServers servers = new TestServers(clock);
    final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    HistoryDesk desk = desk();

    @BeforeEach
    void start() {
        desk.start();
    }

    @AfterEach
    void stop() {
        RealRedis.start();
        RealPostgres.start();
        desk.close();
        servers.close();
    }

    final HistoryDesk desk() {
        AdapterAlarms board = new AdapterAlarms(alarms::add, clock, servers.meters);
        HistoryProperties settings = new HistoryProperties(
                true,
                100,
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(60),
                Duration.ofSeconds(15),
                Duration.ofHours(1),
                new UpkeepProperties(
                        Duration.ofMinutes(1),
                        Duration.ofDays(30),
                        null,
                        null,
                        Duration.ofDays(90),
                        Duration.ofDays(90)));
        return new HistoryDesk(servers.bus, servers.dataSource, settings, board, clock, servers.meters);
    }

    final String quoteStream() {
        return servers.bus.prefix() + StreamName.MARKET_QUOTE.text();
    }

    final HistoryWatch.Standing standing() {
        return Objects.requireNonNull(desk.watch().standings().get("market.quote"));
    }

    final double counted(AdapterMeter meter) {
        return servers.meters
                .counter(meter.meterName(), "stream", "market.quote")
                .count();
    }

    final double rows(String stream) {
        return servers.meters
                .counter(AdapterMeter.HISTORY_STORED.meterName(), "stream", stream)
                .count();
    }

    final void publish(List<Quote> quotes) {
        servers.bus.publish(Topics.MARKET_QUOTE, "", new QuoteBatch(quotes));
    }
}
