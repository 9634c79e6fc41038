package com.quanticity.ibkr.simulator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.session.StartBurst.Notice;
import com.quanticity.ibkr.simulator.session.StartBurst.Step;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import com.quanticity.ibkr.simulator.wire.LoginZone;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first byte to the end of the start burst. */
class SessionStartTest {

    private static GatewaySimulator start(SessionOptions options) {
        return GatewaySimulator.start(SimulatorConfig.defaults()
                .withSession(options)
                .withTime(SimulatorTime.stepped(Instant.parse("2026-04-05T21:49:26Z"))));
    }

    @ParameterizedTest
    @CsvSource({
        "200, v100..225, 200",
        "200, v100..200 +PACEAPI, 200",
        "200, v176..187, 187",
        "187, v100..200, 187",
        "200, v190, 190",
        "200, v100..200 anything else, 200"
    })
    void servesTheSmallerVersion(int most, String offer, int agreed) {
        try (GatewaySimulator simulator = start(SessionOptions.defaults().withServerVersion(most));
                TestClient client = TestClient.connect(simulator.port(), offer)) {
            assertThat(client.version()).isEqualTo(agreed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v100..175", "v100..100", "v201..225", "v201", "hello", "v"})
    void closesWhenThereIsNoCommonVersion(String offer) throws IOException {
        try (GatewaySimulator simulator = start(SessionOptions.defaults());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            send(socket, offer);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "01000000", "ffffffff"})
    void closesOnAnImpossibleLength(String length) throws IOException {
        try (GatewaySimulator simulator = start(SessionOptions.defaults());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            send(socket, "v100..200");
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readNBytes(in.readInt());
            socket.getOutputStream().write(java.util.HexFormat.of().parseHex(length));

            assertThat(in.read()).isEqualTo(-1);
        }
    }

    private static void send(Socket socket, String offer) throws IOException {
        byte[] text = offer.getBytes(StandardCharsets.US_ASCII);
        socket.setSoTimeout(40_000);
        socket.getOutputStream().write(new byte[] {'A', 'P', 'I', 0, 0, 0, 0, (byte) text.length});
        socket.getOutputStream().write(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Central European Standard Time, 20260405 23:49:26 Central European Standard Time",
        "Asia/Tokyo, 20260406 06:49:26 Asia/Tokyo",
        "EST, 20260405 17:49:26 EST"
    })
    void spellsTheTimeAsTheLoginMachineDoes(String zone, String connectionTime) throws IOException {
        try (GatewaySimulator simulator = start(SessionOptions.defaults().withLoginZone(LoginZone.of(zone)));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            send(socket, "v100..200");

            DataInputStream in = new DataInputStream(socket.getInputStream());
            String hello = new String(in.readNBytes(in.readInt()), StandardCharsets.US_ASCII);
            assertThat(hello).isEqualTo("200\0" + connectionTime + "\0");
        }
    }

    @Test
    void refusesAZoneNobodyKnows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginZone.of("Middle-earth"))
                .withMessageContaining("Europe/Berlin");
    }

    @Test
    void sendsTheBurstInTheOrderWanted() {
        StartBurst burst = StartBurst.defaults()
                .withOrder(Step.NOTICES, Step.NEXT_VALID_ID, Step.MANAGED_ACCOUNTS)
                .withNotices(List.of(new Notice(2104, "Market data farm connection is OK:eufarm")));
        try (GatewaySimulator simulator = start(SessionOptions.defaults().withStartBurst(burst));
                TestClient client = TestClient.connect(simulator.port(), 200)) {
            client.send(71, 2, 1, "");

            assertThat(client.drain()).extracting(List::getFirst).containsExactly("4", "9", "15");
        }
    }

    @Test
    void sendsNothingThatIsLeftOut() {
        StartBurst burst = StartBurst.defaults().withOrder(Step.MANAGED_ACCOUNTS);
        try (GatewaySimulator simulator = start(SessionOptions.defaults().withStartBurst(burst));
                TestClient client = TestClient.connect(simulator.port(), 200)) {
            client.send(71, 2, 1, "");

            assertThat(client.drain()).extracting(List::getFirst).containsExactly("15");
        }
    }

    @Test
    void downloadsOpenOrdersWhenToldTo() {
        StartBurst burst = StartBurst.defaults()
                .withOrder(Step.MANAGED_ACCOUNTS, Step.NEXT_VALID_ID, Step.OPEN_ORDERS, Step.NOTICES);
        try (GatewaySimulator simulator = start(SessionOptions.defaults().withStartBurst(burst))) {
            try (TestClient first = TestClient.start(simulator, 1)) {
                first.place(1, "SPY", "BUY", "10", "1", "GTC");
                first.untilId(3);
                simulator.dropClient(1);
            }
            try (TestClient again = TestClient.connect(simulator.port(), 200)) {
                again.send(71, 2, 1, "");

                assertThat(again.untilId(53)).extracting(List::getFirst).containsExactly("15", "9", "5", "3", "53");
            }
        }
    }

    @Test
    void refusesABurstThatRepeatsAStep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartBurst.defaults().withOrder(Step.NOTICES, Step.NOTICES))
                .withMessageContaining("at most once");
    }
}
