package com.quanticity.ibkr.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountsOverHttpTest {

    private GatewaySimulator simulator;
    private ControlServer control;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(
                SimulatorConfig.defaults().withTime(SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"))));
        control = ControlServer.start(simulator, 0);
    }

    @AfterEach
    void stop() {
        control.close();
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + control.port() + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(call("GET", path, "").body());
    }

    private String account() {
        return simulator.state().accounts().getFirst().account();
    }

    @Test
    void paysMoneyInAndOut() throws Exception {
        String path = "/accounts/" + account() + "/deposit";

        assertThat(call("POST", path, "{\"currency\": \"USD\", \"amount\": 500.25}")
                        .statusCode())
                .isEqualTo(204);
        call("POST", path, "{\"currency\": \"USD\", \"amount\": -0.25}");

        assertThat(json("/accounts").at("/0/cash").decimalValue()).isEqualByComparingTo("1000500");
    }

    @Test
    void namesTheCurrencyOfAnAccount() throws Exception {
        assertThat(json("/accounts").at("/0/currency").asString()).isEqualTo("USD");
    }

    @Test
    void refusesDepositsItCannotBook() throws Exception {
        String path = "/accounts/" + account() + "/deposit";

        assertThat(call("POST", "/accounts/DU9/deposit", "{\"currency\": \"USD\", \"amount\": 1}")
                        .body())
                .contains("\"status\":404", "there is no account DU9: choose from " + account());
        assertThat(call("POST", path, "{\"currency\": \"USD\"}").body())
                .contains("\"status\":400", "a deposit needs currency and amount");
        assertThat(call("POST", path, "{\"currency\": \"dollars\", \"amount\": 1}")
                        .body())
                .contains("\"status\":400", "there is no exchange rate for dollars");
        assertThat(call("POST", path, "").statusCode()).isEqualTo(400);
        assertThat(json("/accounts").at("/0/cash").decimalValue()).isEqualByComparingTo("1000000");
    }

    @Test
    void switchesLiquidationAndReadiness() throws Exception {
        assertThat(call("POST", "/accounts/liquidation", "").statusCode()).isEqualTo(204);
        assertThat(simulator.accounts().liquidates()).isTrue();
        assertThat(call("DELETE", "/accounts/liquidation", "").statusCode()).isEqualTo(204);
        assertThat(simulator.accounts().liquidates()).isFalse();
        assertThat(call("POST", "/accounts/unready", "").statusCode()).isEqualTo(204);
        assertThat(call("DELETE", "/accounts/unready", "").statusCode()).isEqualTo(204);
    }

    @Test
    void changesTheLimitsThatAreGiven() throws Exception {
        JsonNode before = json("/limits");
        HttpResponse<String> after = call("POST", "/limits", "{\"marketDataLines\": 7, \"sharesLines\": true}");

        assertThat(before.at("/marketDataLines").asInt()).isEqualTo(100);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(simulator.limits().marketDataLines()).isEqualTo(7);
        assertThat(simulator.limits().sharesLines()).isTrue();
        assertThat(json("/limits").at("/messagesPerSecond").asInt()).isEqualTo(50);
    }

    @Test
    void refusesLimitsThatAreNone() throws Exception {
        assertThat(call("POST", "/limits", "{\"messagesPerSecond\": 0}").body())
                .contains("\"status\":400", "limits must allow at least one message a second");
        assertThat(call("POST", "/limits", "{\"messagesPerSecond\": \"many\"}").statusCode())
                .isEqualTo(400);
        assertThat(simulator.limits().messagesPerSecond()).isEqualTo(50);
    }
}
