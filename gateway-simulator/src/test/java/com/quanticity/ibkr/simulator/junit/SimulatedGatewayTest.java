package com.quanticity.ibkr.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.peer.TestClient;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@SimulatedGateway(start = "2026-03-02T15:00:00Z", account = "DU7654321", secondGateway = true)
class SimulatedGatewayTest {

    private int portOfSetUp;

    @BeforeEach
    void setUp(GatewayControl gateway) {
        portOfSetUp = gateway.port();
    }

    @Test
    void givesEachTestItsOwnGateway(GatewayControl gateway) throws IOException {
        assertThat(gateway.port()).isEqualTo(portOfSetUp);
        assertThat(gateway.secondPort()).isNotEqualTo(gateway.port());
        assertThat(hello(gateway)).startsWith("200\0" + "20260302 10:00:00");
    }

    @Test
    void movesTheClockAndPlaysSteps(GatewayControl gateway) {
        gateway.playSteps("- {at: 5s, read-only: {}}").advance(Duration.ofSeconds(6));

        assertThat(gateway.now()).isEqualTo(Instant.parse("2026-03-02T15:00:06Z"));
        assertThat(gateway.simulator().state().faults().readOnly()).isTrue();
        assertThat(gateway.calm().simulator().state().faults().readOnly()).isFalse();
    }

    @Test
    void seesWhatAClientDoes(GatewayControl gateway) throws IOException {
        try (Socket socket = new Socket(gateway.host(), gateway.port())) {
            offer(socket);
            frame(socket, "71\0" + "2\0" + "6\0\0");

            gateway.awaitClient(6).awaitRequests(6, "START_API", 0);
            assertThat(gateway.witness().client(6)).isNotNull();
            assertThat(gateway.fills(6)).isEmpty();
        }
    }

    @Test
    void waitsForFills(GatewayControl gateway) {
        try (TestClient client = TestClient.start(gateway.simulator(), 6)) {
            client.place(1, "SPY", "BUY", "1", "", "DAY");

            assertThat(gateway.awaitFills(1).fills(6)).hasSize(1);
        }
    }

    @Nested
    @SimulatedGateway(serverVersion = 180, scenario = "farm-blip")
    class WithSettingsOfItsOwn {

        @Test
        void takesTheInnermostSettings(GatewayControl gateway) throws IOException {
            assertThat(hello(gateway)).startsWith("180\0");
            assertThat(gateway.simulator().scenarios().progress()).isNotNull();
        }
    }

    private static String hello(GatewayControl gateway) throws IOException {
        try (Socket socket = new Socket(gateway.host(), gateway.port())) {
            offer(socket);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return new String(in.readNBytes(in.readInt()), StandardCharsets.US_ASCII);
        }
    }

    private static void offer(Socket socket) throws IOException {
        socket.getOutputStream().write("API\0".getBytes(StandardCharsets.US_ASCII));
        frame(socket, "v100..200");
    }

    private static void frame(Socket socket, String payload) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(payload.length());
        out.writeBytes(payload);
        out.flush();
    }
}
