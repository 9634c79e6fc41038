package com.quanticity.ibkr.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.scenario.ActionCatalogue;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ActionsOverHttpTest {

    private static GatewaySimulator simulator;
    private static ControlServer control;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withSecondPort(0)
                .withTime(SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"))));
        control = ControlServer.start(simulator, 0);
    }

    @AfterAll
    static void stop() {
        control.close();
    }

    @BeforeEach
    void calm() {
        simulator.scenarios().stop();
        simulator.faults().clear();
        simulator.faults(2).clear();
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

    @Test
    void listsEveryActionWithItsArguments() throws Exception {
        JsonNode actions = json("/actions");

        assertThat(actions.size()).isEqualTo(ActionCatalogue.all().size());
        assertThat(actions.at("/0/name").asString()).isEqualTo("connectivity");
        assertThat(actions.at("/0/parameters/0/choices").size()).isEqualTo(4);
    }

    @Test
    void switchesOnAndOff() throws Exception {
        int on = call("POST", "/actions/slow", "{\"delay\": \"200ms\", \"client\": 3}")
                .statusCode();
        JsonNode active = json("/state").at("/gateways/0/activeFaults");
        int off = call("DELETE", "/actions/slow", "").statusCode();

        assertThat(on).isEqualTo(204);
        assertThat(active.at("/slow").asString()).isEqualTo("client 3");
        assertThat(off).isEqualTo(204);
        assertThat(json("/state").at("/gateways/0/activeFaults").isEmpty()).isTrue();
    }

    @Test
    void actsOnTheSecondGateway() throws Exception {
        call("POST", "/actions/restart?gateway=2", "");

        assertThat(json("/state").at("/gateways/0/listening").asBoolean()).isTrue();
        assertThat(json("/state").at("/gateways/1/listening").asBoolean()).isFalse();
    }

    @Test
    void saysWhatToSendInstead() throws Exception {
        assertThat(call("POST", "/actions/slw", "").body()).contains("there is no action slw: write slow");
        assertThat(call("POST", "/actions/glue", "{}").body()).contains("glue needs for");
        assertThat(call("POST", "/actions/correct-execution", "{\"price\": 1}").body())
                .contains("there is no execution yet");
        assertThat(call("DELETE", "/actions/drop", "").statusCode()).isEqualTo(400);
        assertThat(call("POST", "/actions/drop?gateway=3", "").body()).contains("there is no gateway 3");
    }

    @Test
    void movesTheClockAndPlaysAScenario() throws Exception {
        int started = call("POST", "/scenario", "{\"yaml\": \"steps: [{at: 5s, read-only: {}}]\"}")
                .statusCode();
        String before = json("/clock").at("/now").asString();
        JsonNode after = JsonMapper.shared()
                .readTree(call("POST", "/clock/advance", "{\"by\": \"10s\"}").body());

        assertThat(started).isEqualTo(204);
        assertThat(Instant.parse(after.at("/now").asString()))
                .isEqualTo(Instant.parse(before).plusSeconds(10));
        assertThat(json("/scenario").at("/state").asString()).isEqualTo("DONE");
        assertThat(json("/state").at("/faults/readOnly").asBoolean()).isTrue();
    }

    @Test
    void refusesScenariosAndStepsItCannotRead() throws Exception {
        assertThat(call("POST", "/scenario", "{\"yaml\": \"steps: [{at: 5s, red-only: {}}]\"}")
                        .body())
                .contains("scenario line 1: there is no action red-only: write read-only");
        assertThat(call("POST", "/scenario", "{\"name\": \"/etc/hosts\"}").statusCode())
                .isEqualTo(404);
        assertThat(call("POST", "/clock/advance", "{\"seconds\": -1}").statusCode())
                .isEqualTo(400);
        assertThat(json("/scenarios").size()).isEqualTo(10);
    }

    @Test
    void testifiesWhatHappened() throws Exception {
        call("POST", "/witness/transcript", "");

        assertThat(json("/witness").at("/fills").isEmpty()).isTrue();
        assertThat(json("/witness/orders").isArray()).isTrue();
        assertThat(call("GET", "/witness/clients/77", "").statusCode()).isEqualTo(404);
        assertThat(call("GET", "/witness/orders/1/1", "").statusCode()).isEqualTo(404);
        assertThat(call("GET", "/witness/transcript", "").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void servesThePageAtItsRoot() throws Exception {
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + "/"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("<!DOCTYPE html>").doesNotContain("http://", "https://");
    }
}
