package com.quanticity.ibkr.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.SimulatorStartException;
import com.quanticity.ibkr.simulator.matching.OrderLimits;
import com.quanticity.ibkr.simulator.matching.OrderRules;
import com.quanticity.ibkr.simulator.state.SimulatorState;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ControlServerTest {

    private static GatewaySimulator simulator;
    private static ControlServer control;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults());
        control = ControlServer.start(simulator, 0);
    }

    @AfterAll
    static void stop() {
        control.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).DELETE().build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + control.port() + path);
    }

    @Test
    void showsTheState() throws Exception {
        JsonNode state = JsonMapper.shared().readTree(get("/api/v1/state").body());

        assertThat(state.at("/port").asInt()).isEqualTo(simulator.port());
        assertThat(state.at("/market/source").asString()).isEqualTo("generator");
        assertThat(state.at("/market/symbols").size()).isEqualTo(22);
        assertThat(state.at("/accounts/0/cash").decimalValue()).isEqualByComparingTo("1000000");
    }

    @Test
    void placesCorrectsAndBustsOrdersByHand() throws Exception {
        HttpResponse<String> placed =
                post("/api/v1/orders", "{\"symbol\": \"SPY\", \"side\": \"BUY\", \"quantity\": 10}");
        String execId = simulator.executions().getFirst().execId();

        assertThat(placed.body()).contains("permId");
        assertThat(post("/api/v1/executions/" + execId + "/correction", "{\"price\": 600}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(simulator.executions().getFirst().price()).isEqualByComparingTo("600");
        assertThat(post("/api/v1/executions/" + execId + "/bust", "").statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/orders", "{\"symbol\": \"NOPE\", \"side\": \"BUY\", \"quantity\": 10}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void changesHowOrdersAreToldOf() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/orders/habits"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"habits\": [\"REPEATS_CALLBACKS\"], \"executionDelayMillis\": 50}"))
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        assertThat(get("/api/v1/orders/habits").body()).contains("REPEATS_CALLBACKS", "50");
    }

    @Test
    void changesWhichOrdersAreTaken() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/orders/rules"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"masterClientId\": 2, \"largestSize\": 500}"))
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        assertThat(simulator.orders().rules())
                .isEqualTo(OrderRules.defaults()
                        .withMasterClientId(2)
                        .withLimits(OrderLimits.none().withLargestSize(new BigDecimal("500"))));
        assertThat(get("/api/v1/orders/rules").body()).contains("\"masterClientId\":2", "NOTICED");
    }

    @Test
    void pausesAndResumes() throws Exception {
        assertThat(post("/api/v1/pause", "{\"seconds\": 600}").statusCode()).isEqualTo(204);
        assertThat(simulator.state().paused()).isTrue();
        assertThat(post("/api/v1/resume", "").statusCode()).isEqualTo(204);
        assertThat(simulator.state().paused()).isFalse();
    }

    @Test
    void switchesFaultsOnAndOff() throws Exception {
        assertThat(post("/api/v1/faults/silence/SPY", "").statusCode()).isEqualTo(204);
        assertThat(post("/api/v1/faults/competing-session", "").statusCode()).isEqualTo(204);
        assertThat(post("/api/v1/faults/read-only", "").statusCode()).isEqualTo(204);
        assertThat(post("/api/v1/faults/login/no-ids", "").statusCode()).isEqualTo(204);
        assertThat(post("/api/v1/faults/farm/2103/usfarm", "").statusCode()).isEqualTo(204);
        assertThat(post("/api/v1/faults/restart", "{\"seconds\": 600, \"nextOrderId\": 1}")
                        .statusCode())
                .isEqualTo(204);
        SimulatorState.FaultState on = simulator.state().faults();
        assertThat(delete("/api/v1/faults").statusCode()).isEqualTo(204);

        assertThat(on).isEqualTo(new SimulatorState.FaultState(List.of("SPY"), true, true, "NO_IDS", false));
        assertThat(simulator.state().faults())
                .isEqualTo(new SimulatorState.FaultState(List.of(), false, false, "NONE", true));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/faults/silence/NOSUCH, '', 404, there is no market of NOSUCH",
        "/api/v1/faults/farm/2102/usfarm, '', 404, 'choose 2103 to 2108, 2119, 2157 or 2158'",
        "/api/v1/faults/login/slow, '', 404, 'choose unanswered, closed-at-once or no-ids'",
        "/api/v1/faults/restart, '{\"seconds\": 0}', 400, seconds cannot be 0",
        "/api/v1/clients/5/drop, '', 404, client id 5 is not connected",
        "/api/v1/pause, '{\"seconds\": 0}', 400, seconds cannot be 0",
        "/api/v1/pause, '{oops', 400, the body is not readable: send JSON such as",
        "/api/v1/connectivity/1300, '', 404, 'choose 1100, 1101, 1102 or 2110'"
    })
    void answersBadRequestsWithAProblemThatSaysWhatToDo(String path, String body, int status, String detail)
            throws Exception {
        HttpResponse<String> response = post(path, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonMapper.shared().readTree(response.body()).at("/detail").asString())
                .contains(detail);
    }

    @Test
    void offersHealthAndMetrics() throws Exception {
        assertThat(get("/actuator/health").body()).contains("UP");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus").body())
                .contains("simulator_market_rows_total", "simulator_clients", "simulator_witness_fills_total");
    }

    @Test
    void namesABusyControlPort() {
        assertThatThrownBy(() -> ControlServer.requireFree(control.port()))
                .isInstanceOf(SimulatorStartException.class)
                .hasMessageContaining("choose another --control-port");
    }
}
