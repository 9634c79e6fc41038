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
import org.junit.jupiter.api.Test;
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
        assertThat(trading.body()).contains("\"tradingState\":\"UNKNOWN\"");
    }

    @Test
    void showsItsMeters() throws Exception {
        assertThat(get("/actuator/prometheus", "").body())
                .contains("adapter_quotes_waiting", "adapter_contracts_unresolved", "adapter_order_events_waiting");
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
