package com.quanticity.ibkr.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.ConnectivityNotice;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private GatewaySimulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withTime(time)
                .withLimits(SessionLimits.defaults().withSummaryInterval(Duration.ofSeconds(10))));
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void staysSilentWhilePausedAndThenTellsEverything() {
        simulator.pause(Duration.ofSeconds(30));
        client.send(49, 1);
        simulator.announce(ConnectivityNotice.LOST);
        assertThat(client.isSilent()).isTrue();

        time.advance(Duration.ofSeconds(30));

        assertThat(client.until(message -> message.getFirst().equals("49")))
                .first()
                .satisfies(message -> assertThat(message).startsWith("4", "-1", "1100"));
    }

    @Test
    void dropsAClientWithoutAWord() {
        assertThat(simulator.dropClient(1)).isTrue();
        assertThat(client.assertClosed()).isEmpty();
        assertThat(simulator.dropClient(1)).isFalse();
    }

    @Test
    void pushesOnlyChangedAccountValues() {
        client.send(62, 1, 70, "All", "NetLiquidation,TotalCashValue,AccountType,NoSuchTag");
        List<List<String>> first = client.drain();
        client.place(1, "SPY", "BUY", "100", "", "DAY");
        client.drain();
        time.advance(Duration.ofSeconds(10));

        assertThat(first)
                .containsExactly(
                        List.of("63", "1", "70", "DU1234567", "AccountType", "INDIVIDUAL", ""),
                        List.of("63", "1", "70", "DU1234567", "NetLiquidation", "1000000.00", "USD"),
                        List.of("63", "1", "70", "DU1234567", "TotalCashValue", "1000000.00", "USD"),
                        List.of("64", "1", "70"));
        assertThat(client.drain())
                .extracting(message -> message.get(4))
                .containsExactly("NetLiquidation", "TotalCashValue");
    }

    @Test
    void refusesAThirdAccountSummary() {
        client.send(62, 1, 70, "All", "NetLiquidation");
        client.send(62, 1, 71, "All", "NetLiquidation");
        client.send(62, 1, 72, "All", "NetLiquidation");

        assertThat(client.drain())
                .last()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .startsWith("4", "72", "322");
    }

    @Test
    void pushesPositionsAtOnceToEverySubscriber() {
        try (TestClient risk = TestClient.start(simulator, 2)) {
            risk.send(61, 1);
            risk.untilId(62);
            client.place(1, "SPY", "BUY", "100", "", "DAY");

            assertThat(risk.next())
                    .startsWith("61", "3", "DU1234567", "756733", "SPY")
                    .element(14)
                    .isEqualTo("100");
        }
    }

    @Test
    void slowsDownInsteadOfRefusingWhenAskedTo() {
        try (TestClient paced = TestClient.connect(simulator.port(), "v100..200 +PACEAPI")) {
            paced.send(71, 2, 3, "");
            paced.until(message -> message.contains("2158"));
            for (int i = 0; i < 60; i++) {
                paced.send(8, 1, 1);
            }
            for (int i = 0; i < 49; i++) {
                assertThat(paced.next()).startsWith("9");
            }
            time.advance(Duration.ofSeconds(1));
            for (int i = 0; i < 11; i++) {
                assertThat(paced.next()).startsWith("9");
            }
        }
    }

    @Test
    void refusesMoreMarketDataLinesThanTheAccountHas() {
        for (int i = 0; i < 101; i++) {
            client.send(1, 11, i, 0, "SPY", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
            if (i % 40 == 39) {
                client.drain();
                time.advance(Duration.ofSeconds(1));
            }
        }

        assertThat(client.until(message ->
                                message.contains("101") && message.getFirst().equals("4"))
                        .getLast())
                .startsWith("4", "100", "101");
    }
}
