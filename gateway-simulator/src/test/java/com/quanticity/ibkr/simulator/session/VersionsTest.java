package com.quanticity.ibkr.simulator.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A round trip at every version, with request layouts spelled by hand. */
class VersionsTest {

    private static GatewaySimulator simulator;

    @BeforeAll
    static void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    static List<Integer> versions() {
        return java.util.stream.IntStream.rangeClosed(176, 200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void tradesCancelsAndQueries(int version) {
        try (TestClient client = TestClient.start(simulator, version, version)) {
            client.place(1, "SPY", "BUY", "10", "LMT", "1", "GTC", true, "rest");
            client.place(2, "SPY", "BUY", "100", "MKT", "", "DAY", true, "fill");
            List<List<String>> placed = client.untilId(59);
            cancel(client, version);
            List<List<String>> cancelled = client.untilId(4);
            executions(client, version);
            List<List<String>> executions = client.untilId(55);
            client.send(5, 1);

            assertThat(placed).extracting(List::getFirst).contains("5", "3", "11", "59");
            assertThat(placed.getFirst()).hasSize(openOrderFields(version)).contains("rest");
            assertThat(cancelled).extracting(List::getFirst).containsExactly("3", "3", "4");
            assertThat(cancelled.getLast()).contains("202").hasSize(6);
            assertThat(executions).extracting(List::getFirst).containsExactly("11", "59", "55");
            assertThat(client.untilId(53)).hasSize(1);
        }
    }

    private static void cancel(TestClient client, int version) {
        if (version >= 192) {
            client.send(4, 1, "", "", 2147483647);
        } else if (version >= 187 && version < 190) {
            client.send(4, 1, 1, "", "", "", 2147483647);
        } else {
            client.send(4, 1, 1, "");
        }
    }

    private static void executions(TestClient client, int version) {
        if (version >= 200) {
            client.send(7, 3, 9, client.version(), "", "", "", "", "", "", 2147483647, 0);
        } else {
            client.send(7, 3, 9, client.version(), "", "", "", "", "", "");
        }
    }

    /** Counted by hand from the change table of the protocol: 156 fields at 200, less what came since. */
    private static int openOrderFields(int version) {
        int fields = 156;
        fields -= version < 199 ? 1 : 0;
        fields -= version < 198 ? 1 : 0;
        fields -= version < 195 ? 13 : 0;
        fields -= version < 193 ? 2 : 0;
        fields -= version < 189 ? 1 : 0;
        fields -= version < 185 ? 1 : 0;
        fields -= version < 184 ? 1 : 0;
        fields -= version < 183 ? 1 : 0;
        fields += version < 177 ? 1 : 0;
        return fields;
    }
}
