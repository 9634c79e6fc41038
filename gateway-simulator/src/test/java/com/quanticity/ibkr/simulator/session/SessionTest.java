package com.quanticity.ibkr.simulator.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {

    private GatewaySimulator simulator;

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void sendsAccountsThenNextIdThenFarmNotices() {
        try (TestClient client = TestClient.connect(simulator.port(), 200)) {
            client.send(71, 2, 5, "");

            List<List<String>> burst = client.until(message -> message.contains("2158"));

            assertThat(burst).extracting(List::getFirst).containsExactly("15", "9", "4", "4", "4");
            assertThat(burst.get(0)).containsExactly("15", "1", "DU1234567");
            assertThat(burst.get(1)).containsExactly("9", "1", "1");
            assertThat(burst.get(2)).startsWith("4", "-1", "2104", "Market data farm connection is OK:usfarm");
        }
    }

    @Test
    void agreesOnTheSmallerVersion() {
        try (TestClient newer = TestClient.connect(simulator.port(), 225);
                TestClient older = TestClient.connect(simulator.port(), 187)) {
            assertThat(List.of(newer.version(), older.version())).containsExactly(200, 187);
        }
    }

    @Test
    void refusesANegativeClientId() {
        try (TestClient client = TestClient.connect(simulator.port(), 200)) {
            client.send(71, 2, -5, "");

            assertThat(client.assertClosed())
                    .singleElement()
                    .satisfies(message -> assertThat(message).startsWith("4", "-1", "321"));
        }
    }

    @Test
    void refusesAClientIdInUseAndLeavesTheOtherAlone() {
        try (TestClient first = TestClient.start(simulator, 1);
                TestClient second = TestClient.connect(simulator.port(), 200)) {
            second.send(71, 2, 1, "");

            assertThat(second.assertClosed())
                    .singleElement()
                    .satisfies(message -> assertThat(message).startsWith("4", "-1", "326"));
            assertThat(first.drain()).isEmpty();
        }
    }

    @Test
    void closesOnlyTheClientThatSendsGarbage() throws Exception {
        try (TestClient good = TestClient.start(simulator, 1);
                TestClient bad = TestClient.start(simulator, 2)) {
            bad.raw("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            bad.assertClosed();
            assertThat(good.drain()).isEmpty();
        }
    }

    @Test
    void readsFramesWhateverTheChunks() throws Exception {
        try (TestClient client = TestClient.start(simulator, 1)) {
            byte[] glued = "\0\0\0\u000549\0001\0\0\0\0\u000549\0001\0".getBytes(StandardCharsets.ISO_8859_1);
            for (byte each : glued) {
                client.raw(new byte[] {each});
            }

            assertThat(List.of(client.next().getFirst(), client.next().getFirst()))
                    .containsExactly("49", "49");
        }
    }

    @Test
    void ignoresRequestsBeforeTheStart() {
        try (TestClient client = TestClient.connect(simulator.port(), 200)) {
            client.send(49, 1);
            client.send(71, 2, 1, "");

            assertThat(client.next()).startsWith("15");
        }
    }

    @Test
    void tellsTheIdOfARequestThatCannotBeRead() {
        try (TestClient client = TestClient.start(simulator, 1)) {
            client.send(1, 11, 42, "not a number");

            assertThat(client.next())
                    .startsWith("4", "42", "320")
                    .element(3)
                    .asString()
                    .contains("contract.conId");
        }
    }

    @Test
    void countsMessagesItDoesNotKnow() {
        try (TestClient client = TestClient.start(simulator, 1)) {
            client.send(999, 1, 2, 3);

            assertThat(client.drain()).isEmpty();
            assertThat(simulator.state().messages().ignored()).containsEntry(999, 1L);
        }
    }

    @Test
    void takesLogLevelsOneToFive() {
        try (TestClient client = TestClient.start(simulator, 1)) {
            client.send(14, 1, 5);
            client.send(14, 1, 6);

            assertThat(client.drain())
                    .hasSize(1)
                    .first()
                    .satisfies(error -> assertThat(error).startsWith("4", "-1", "319"));
        }
    }

    @Test
    void saysWhichRequestItDoesNotServe() {
        try (TestClient client = TestClient.start(simulator, 1)) {
            client.send(65, 1, "name", "1");

            assertThat(client.next())
                    .startsWith("4", "-1", "321")
                    .element(3)
                    .asString()
                    .contains("VERIFY_REQUEST");
        }
    }

    @Test
    void closesAtTheThirdMessageTooMany() {
        try (TestClient client = TestClient.start(simulator, 1)) {
            for (int i = 0; i < 60; i++) {
                client.send(8, 1, 1);
            }

            List<List<String>> last = client.assertClosed();

            assertThat(last.stream().filter(message -> message.contains("100"))).hasSize(3);
        }
    }

    @Test
    void freesTheClientIdWhenTheClientLeaves() {
        TestClient.start(simulator, 1).close();

        org.awaitility.Awaitility.await()
                .until(() -> simulator.state().clients().isEmpty());
        try (TestClient again = TestClient.start(simulator, 1)) {
            assertThat(again.version()).isEqualTo(200);
        }
    }
}
