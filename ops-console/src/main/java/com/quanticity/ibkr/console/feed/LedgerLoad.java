package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.orders.OrderBook;
import com.quanticity.ibkr.console.positions.PositionBook;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.service.ServiceToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads orders and positions from the execution-engine: as soon as it answers, and every half a minute to confirm them. */
final class LedgerLoad implements EverySecond.Work {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient http;
    private final URI engine;
    private final ServiceToken token;
    private final JsonMapper json;
    private final OrderBook orders;
    private final PositionBook positions;
    private final Accounts accounts;
    private final Clock clock;
    private @Nullable Instant loadedAt;

    LedgerLoad(
            HttpClient http,
            URI engine,
            ServiceToken token,
            JsonMapper json,
            OrderBook orders,
            PositionBook positions,
            Accounts accounts,
            Clock clock) {
        this.http = http;
        this.engine = engine;
        this.token = token;
        this.json = json;
        this.orders = orders;
        this.positions = positions;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Instant now = clock.instant();
        if (loadedAt != null && now.isBefore(loadedAt.plus(AGAIN))) {
            return;
        }
        for (JsonNode order : list("/api/v1/orders", "orders")) {
            OrderSnapshot snapshot = ModelJson.read(order.toString(), OrderSnapshot.class);
            accounts.onAccount(snapshot.order().account());
            orders.onOrder(snapshot);
        }
        for (JsonNode position : list("/api/v1/positions", "positions")) {
            positions.onOurs(ModelJson.read(position.toString(), LedgerPosition.class), now);
        }
        positions.onLedgerComplete();
        loadedAt = now;
    }

    private Iterable<JsonNode> list(String path, String field) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(engine.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", token.authorizationHeader())
                .header("Accept", "application/json")
                .GET()
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("execution-engine answered " + response.statusCode() + " to " + path);
        }
        return json.readTree(response.body()).path(field);
    }
}
