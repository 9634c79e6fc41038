package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.test.FreePort;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** REST and health without a gateway: the service runs, says so, and answers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class AdapterApiIT {

    private static final String TOKEN = "a-token-for-this-test-only";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        RealRedis.register(registry);
        RealPostgres.register(registry);
        registry.add("ibkr.gateway.host", () -> "127.0.0.1");
        registry.add("ibkr.gateway.port", FreePort::find);
        registry.add("ibkr.service.token", () -> TOKEN);
        registry.add("ibkr.adapter.watch-list", () -> "SPY,GOOG@NASDAQ");
    }

    @Test
    void showsTheWatchListBeforeTheGatewayIsThere() throws Exception {
        HttpResponse<String> answer = get("/api/v1/contracts", TOKEN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"entry\":\"GOOG@NASDAQ\"", "\"state\":\"PENDING\"");
    }

    @Test
    void answersEmptyRatherThanStale() throws Exception {
        assertThat(get("/api/v1/quotes", TOKEN).body()).isEqualTo("[]");
        assertThat(get("/api/v1/subscriptions", TOKEN).body()).isEqualTo("[]");
    }

    @Test
    void needsTheToken() throws Exception {
        assertThat(get("/api/v1/contracts", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void isAliveAndReadyButNotTradingWithoutAGateway() throws Exception {
        assertThat(get("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
        HttpResponse<String> trading = get("/actuator/health/trading", "");
        assertThat(trading.statusCode()).isEqualTo(503);
        assertThat(trading.body()).contains("\"tradingState\":\"UNKNOWN\"", "POSITION_UNKNOWN", "LIMITS_MISSING");
    }

    @Test
    void showsItsMeters() throws Exception {
        assertThat(get("/actuator/prometheus", "").body())
                .contains("adapter_quotes_waiting", "adapter_contracts_unresolved", "adapter_order_events_waiting");
    }

    @Test
    void takesADownloadOnceHoldsAndEndsIt() throws Exception {
        String wish = """
                {"contract": {"contractId": 756733}, "from": "2026-02-23T00:00:00Z", "to": "2026-02-28T00:00:00Z",
                 "barSize": "1 min"}""";

        HttpResponse<String> first = send("POST", "/api/v1/historical/bars", "key-1", wish);
        String job = first.headers().firstValue("Location").orElseThrow();

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.body()).contains("\"requestsLeft\"", "\"percent\":0", "\"barSize\":\"1 min\"");
        assertThat(send("POST", "/api/v1/historical/bars", "key-1", wish).statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/api/v1/historical/bars", "key-1", wish.replace("1 min", "5 mins"))
                        .body())
                .contains("IDEMPOTENCY_KEY_TAKEN");
        assertThat(send("POST", job + "/pause", "", "").body()).contains("\"state\":\"PAUSED\"");
        assertThat(send("POST", job + "/resume", "", "").statusCode()).isEqualTo(200);
        assertThat(send("DELETE", job, "", "").body()).contains("\"state\":\"CANCELLED\"");
        assertThat(send("DELETE", job, "", "").statusCode()).isEqualTo(409);
        assertThat(get("/api/v1/historical/jobs", TOKEN).body()).contains("\"contractId\":756733");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bars|key|{'contract':{'contractId':1},'from':'2026-02-23T00:00:00Z','barSize':'7 min'}|BAR_SIZE_INVALID",
                "bars|key|{'contract':{'symbol':'SPY'},'from':'2026-02-23T00:00:00Z','barSize':'1 min'}|CONTRACT_UNKNOWN",
                "bars|key|{'contract':{'contractId':1},'from':'2036-02-23T00:00:00Z','barSize':'1 min'}|RANGE_INVALID",
                "bars|key|{'contract':{'contractId':1},'from':'2001-01-01T00:00:00Z','barSize':'1 secs'}|RANGE_TOO_LONG",
                "bars||{'contract':{'contractId':1},'from':'2026-02-23T00:00:00Z','barSize':'1 min'}|IDEMPOTENCY_KEY_MISSING",
                "ticks|key|{'contract':{'contractId':1},'from':'2026-02-23T00:00:00Z','kind':'LAST'}|WHAT_TO_SHOW_INVALID",
                "ticks|key|{'from':'2026-02-23T00:00:00Z'}|CONTRACT_INVALID"
            })
    void saysWhatIsWrongWithAWish(String path, @Nullable String key, String wish, String code) throws Exception {
        HttpResponse<String> answer =
                send("POST", "/api/v1/historical/" + path, key == null ? "" : key, wish.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void readsWhatIsStored() throws Exception {
        String query = "?contractId=1&barSize=1%20min&from=2026-02-23T00:00:00Z&to=2026-02-24T00:00:00Z";

        assertThat(get("/api/v1/historical/bars" + query, TOKEN).body()).contains("\"bars\":[]");
        assertThat(get("/api/v1/historical/ticks" + query, TOKEN).body()).contains("\"ticks\":[]");
        assertThat(get("/api/v1/uw/deviations", TOKEN).body()).isEqualTo("[]");
    }

    @Test
    void takesCommandsForTheDepthRotation() throws Exception {
        String rotation = "/api/v1/depth/rotation";
        assertThat(get(rotation, TOKEN).body()).contains("\"state\":\"NO_SESSION\"", "\"symbol\":\"QQQ\"");

        assertThat(send("PUT", rotation + "/queue", "", "{\"symbols\":[\"GOOG\",\"QQQ\"]}")
                        .body())
                .contains("GOOG")
                .doesNotContain("TSLA");
        assertThat(send("PUT", rotation + "/queue", "", "{\"symbols\":[\"SPY\"]}")
                        .body())
                .contains("\"code\":\"PERMANENT\"");
        assertThat(send("PUT", rotation + "/pins/GOOG", "", "").body()).contains("\"pinned\":[\"GOOG\"]");
        assertThat(send("DELETE", rotation + "/pins/GOOG", "", "").body()).contains("\"pinned\":[]");
        assertThat(send("POST", rotation + "/pause", "", "{\"reason\":\"looking\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", rotation + "/resume", "", "").statusCode()).isEqualTo(200);
        assertThat(get(rotation + "/history", TOKEN).body()).isEqualTo("[]");
        assertThat(get("/api/v1/depth/SPY/book", TOKEN).body())
                .contains("\"state\":\"NONE\"", "\"isValid\":false", "contract not resolved");
    }

    @Test
    void skipsOnceForOneKey() throws Exception {
        String skips = "/api/v1/depth/rotation/skips";
        assertThat(send("POST", skips, "", "{\"symbol\":\"QQQ\"}").statusCode()).isEqualTo(400);
        assertThat(send("POST", skips, "key-1", "{\"symbol\":\"QQQ\"}").body()).contains("\"isPassedOnce\":true");
        assertThat(send("POST", skips, "key-1", "{\"symbol\":\"QQQ\"}").statusCode())
                .isEqualTo(200);
        assertThat(send("POST", skips, "key-1", "{\"symbol\":\"GOOG\"}").body()).contains("KEY_USED");
        assertThat(send("POST", skips, "key-2", "{\"symbol\":\"SPY\"}").body()).contains("\"code\":\"PERMANENT\"");
    }

    private HttpResponse<String> send(String method, String path, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
