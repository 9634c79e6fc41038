package com.quanticity.ibkr.simulator.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionComputationTest {

    private static final int VOLATILITY = 54;
    private static final int PRICE = 55;

    private GatewaySimulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(
                SimulatorConfig.defaults().withTime(SimulatorTime.stepped(Instant.parse("2026-03-02T16:00:00Z"))));
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private void ask(int message, int id, String type, String strike, String value, String spot) {
        client.send(
                message,
                2,
                id,
                0,
                "SPY",
                type,
                "20260618",
                strike,
                "C",
                "100",
                "SMART",
                "",
                "USD",
                "",
                "",
                value,
                spot,
                "");
    }

    @Test
    void findsTheVolatilityOfAPriceItComputed() {
        ask(PRICE, 4, "OPT", "670", "0.21", "665.5");
        List<String> priced = client.untilId(21).getLast();
        ask(VOLATILITY, 5, "OPT", "670", priced.get(6), "665.5");
        List<String> implied = client.untilId(21).getLast();

        assertThat(priced).startsWith("21", "4", "53").hasSize(12);
        assertThat(Double.parseDouble(priced.get(5))).isBetween(0.4, 0.6);
        assertThat(Double.parseDouble(priced.get(11))).isEqualTo(665.5);
        assertThat(implied).startsWith("21", "5", "53");
        assertThat(Double.parseDouble(implied.get(4))).isCloseTo(0.21, within(1e-4));
        client.send(56, 1, 5);
        client.send(57, 1, 4);
        assertThat(client.drain()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "54, STK, 0.0, 3, 665, 321",
        "54, OPT, 670.01, 3, 665, 200",
        "54, OPT, 670, '', 665, 321",
        "54, OPT, 670, 900, 665, 321",
        "55, OPT, 670, 0.2, 0, 321",
    })
    void refuses(int message, String type, String strike, String value, String spot, String code) {
        ask(message, 6, type, strike, value, spot);

        assertThat(client.untilId(4).getLast()).startsWith("4", "6", code);
    }
}
