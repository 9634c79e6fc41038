package com.quanticity.ibkr.quickstart.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The execution-engine's REST interface, as a strategy uses it. */
final class Orders {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI address;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    Orders(CheckTarget target) {
        this.address = target.engine().resolve("/api/v1/orders");
        this.token = target.serviceToken();
    }

    /** Sends a new market order. */
    Order buyAtMarket(String symbol, int quantity) throws IOException {
        String body = JSON.writeValueAsString(
                Map.of("symbol", symbol, "side", "BUY", "type", "MARKET", "quantity", quantity));
        return ask(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    /** The order as it stands in the ledger now. */
    Order look(String clientOrderId) throws IOException {
        return ask(HttpRequest.newBuilder(URI.create(address + "/" + clientOrderId))
                .GET());
    }

    private Order ask(HttpRequest.Builder request) throws IOException {
        HttpRequest complete = request.header("Authorization", "Bearer " + token)
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<String> response = client.send(complete, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("HTTP " + response.statusCode() + " " + response.body());
            }
            return new Order(JSON.readTree(response.body()));
        } catch (JacksonException e) {
            throw new IOException("the answer of " + complete.uri() + " is no JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
