package com.quanticity.ibkr.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.HistoryRequests;
import com.quanticity.ibkr.simulator.peer.HistoryRequests.Row;
import com.quanticity.ibkr.simulator.peer.SharedFiles;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recorded BAC of 2013-10-08 from 12:00 on, and what was recorded of it before. */
class RecordedHistoryTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private GatewaySimulator simulator;
    private TestClient client;
    private HistoryRequests requests;

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withMarket(new MarketSource.Recorded(
                        SharedFiles.require("market-data"), LocalDate.of(2013, 10, 8), LocalTime.of(12, 0), 1))
                .withTime(time)
                .withLimits(SessionLimits.defaults()
                        .withHistory(HistoryLimits.defaults().withAnswerTime(Duration.ZERO))));
        client = TestClient.start(simulator, 1);
        requests = new HistoryRequests(client);
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            client.close();
            simulator.close();
        }
    }

    private List<Row> bars(String duration, String size, String what) {
        requests.bars(7, "BAC", "", duration, size, what);
        time.advance(Duration.ZERO);
        return HistoryRequests.rows(client.untilId(17).getLast(), 200);
    }

    @Test
    void tellsRecordedBarsAndTicks() {
        assertThat(bars("2 D", "1 day", "TRADES"))
                .extracting(Row::date, Row::open)
                .first()
                .isEqualTo(org.assertj.core.groups.Tuple.tuple("20131007", 13.9));
        assertThat(bars("1 D", "1 hour", "TRADES"))
                .extracting(Row::date)
                .containsExactly(
                        "20131008 09:30:00 US/Eastern", "20131008 10:00:00 US/Eastern", "20131008 11:00:00 US/Eastern");
        assertThat(bars("1 Y", "1 week", "TRADES")).hasSizeBetween(52, 54);
        assertThat(bars("60 S", "5 secs", "TRADES")).hasSizeBetween(3, 12);
        assertThat(bars("600 S", "1 min", "MIDPOINT")).hasSizeBetween(8, 10);

        requests.ticks(8, "BAC", "20131008 11:00:00 US/Eastern", "", 200, "TRADES", 0);
        time.advance(Duration.ZERO);
        List<String> ticks = client.untilId(98).getLast();
        assertThat(Integer.parseInt(ticks.get(2))).isBetween(200, 260);
        assertThat(Double.parseDouble(ticks.get(5))).isBetween(13.5, 14.1);
        requests.head(9, "BAC", "TRADES", 1);
        time.advance(Duration.ZERO);
        assertThat(client.untilId(88).getLast()).endsWith("20100104-14:30:00");
    }
}
