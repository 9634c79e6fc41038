package com.quanticity.ibkr.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.HistoryRequests;
import com.quanticity.ibkr.simulator.peer.HistoryRequests.Row;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The history of what is no stock. */
class OtherHistoriesTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T16:00:00Z"));
    private GatewaySimulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withTime(time)
                .withLimits(SessionLimits.defaults()
                        .withHistory(HistoryLimits.defaults().withAnswerTime(Duration.ZERO))));
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private void ask(String contract, String duration, String size, String what) {
        String[] part = contract.split(" ", -1);
        client.send(
                20, 3, 0, part[0], part[1], part[4], part[5], part[6], "", part[2], "", part[3], "", "", 0, "", size,
                duration, 1, what, 1, 0, "");
        time.advance(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "ES FUT CME USD 202603 0.0 '', 1 D, 1 hour, TRADES, 08:30:00 US/Central",
        "EUR CASH IDEALPRO USD '' 0.0 '', 1 D, 1 hour, MIDPOINT, 17:15:00 US/Eastern",
        "SPX IND CBOE USD '' 0.0 '', 1 D, 30 mins, TRADES, 09:30:00 US/Eastern",
        "BTC CRYPTO PAXOS USD '' 0.0 '', 1 D, 1 hour, AGGTRADES, 00:00:00 US/Eastern",
        "SPY OPT SMART USD 20260618 670 C, 1 D, 15 mins, TRADES, 09:30:00 US/Eastern",
        "SPY OPT SMART USD 20260618 670 C, 1 D, 15 mins, BID_ASK, 09:30:00 US/Eastern",
    })
    void begins(String contract, String duration, String size, String what, String first) {
        ask(contract.replace("''", ""), duration, size, what);

        List<Row> bars = HistoryRequests.rows(client.untilId(17).getLast(), 200);
        assertThat(bars)
                .hasSizeGreaterThan(1)
                .allSatisfy(bar -> assertThat(bar.low()).isPositive());
        assertThat(bars.getFirst().date()).endsWith(first);
    }

    /** SPY is at about 665. */
    @ParameterizedTest
    @CsvSource({
        "ES FUT CME USD 202603 0.0 '', 6670",
        "SPX IND CBOE USD '' 0.0 '', 6670",
        "SPY CFD SMART USD '' 0.0 '', 665"
    })
    void endsWhereTheMarketOfWhatItFollowsBegan(String contract, double price) {
        ask(contract.replace("''", ""), "1 D", "1 hour", "TRADES");

        List<Row> bars = HistoryRequests.rows(client.untilId(17).getLast(), 200);
        assertThat(bars.getLast().close()).isBetween(price * 0.97, price * 1.03);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR CASH IDEALPRO USD '' 0.0 '', TRADES, 162",
        "BTC CRYPTO PAXOS USD '' 0.0 '', TRADES, 10299",
        "SPX IND CBOE USD '' 0.0 '', BID, 162",
        "AAPL STK SMART USD '' 0.0 '', AGGTRADES, 162",
    })
    void refuses(String contract, String what, String code) {
        ask(contract.replace("''", ""), "1 D", "1 hour", what);

        assertThat(client.untilId(4).getLast()).startsWith("4", "3", code);
    }

    @Test
    void makesManyYearsWithoutStoppingTheMarket() {
        ask("AAPL STK SMART USD  0.0 ", "8 Y", "1 day", "TRADES");

        assertThat(HistoryRequests.rows(client.untilId(17).getLast(), 200)).hasSizeGreaterThan(2_000);
    }
}
