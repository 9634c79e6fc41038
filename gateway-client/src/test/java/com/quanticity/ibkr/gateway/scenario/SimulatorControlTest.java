package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.control.ControlServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The simulator's control interface on a class path that holds more than the simulator. */
class SimulatorControlTest {

    @Test
    void servesBesideTheClient() throws Exception {
        try (GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults());
                ControlServer control = ControlServer.start(simulator, 0);
                HttpClient http = HttpClient.newHttpClient()) {
            URI state = URI.create("http://127.0.0.1:" + control.port() + "/api/v1/state");

            assertThat(http.send(HttpRequest.newBuilder(state).build(), BodyHandlers.ofString())
                            .body())
                    .contains("DU1234567");
        }
    }
}
