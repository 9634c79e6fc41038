package com.quanticity.ibkr.console.ticket;

import com.quanticity.ibkr.service.ServiceToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way of a ticket to the execution-engine. Thread-safe. */
final class TicketLine {

    /** The engine itself waits for the broker's figures. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http;
    private final URI engine;
    private final ServiceToken token;
    private final JsonMapper json;

    /**
     * What the engine answered.
     *
     * @param status HTTP status, 0 when nobody answered
     * @param body null when there was none that can be read
     */
    record Answer(int status, @Nullable JsonNode body) {

        boolean isDone() {
            return status == 200 || status == 201;
        }

        /** True when nobody knows whether it was done. */
        boolean isUncertain() {
            return status == 0 || status >= 500;
        }

        /** The engine's own words, or its status. */
        String detail() {
            String detail = body == null ? "" : body.path("detail").asString("");
            if (!detail.isEmpty()) {
                return detail;
            }
            return status == 0
                    ? "The execution-engine did not answer."
                    : "The execution-engine answered " + status + ".";
        }
    }

    TicketLine(HttpClient http, URI engine, ServiceToken token, JsonMapper json) {
        this.http = http;
        this.engine = engine;
        this.token = token;
        this.json = json;
    }

    Answer preview(Map<String, Object> order) {
        return post("/api/v1/orders/preview", "", order);
    }

    /** Of all orders of the bracket. */
    Answer previewBracket(Map<String, Object> bracket) {
        return post("/api/v1/orders/groups/preview", "", bracket);
    }

    /** The same key sends once, however often it is asked for. */
    Answer place(String key, Map<String, Object> order) {
        return post("/api/v1/orders", key, order);
    }

    /** Likewise. */
    Answer placeBracket(String key, Map<String, Object> bracket) {
        return post("/api/v1/orders/groups", key, bracket);
    }

    private Answer post(String path, String key, Map<String, Object> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(engine.resolve(path))
                    .timeout(PATIENCE)
                    .header("Authorization", token.authorizationHeader())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
            if (!key.isEmpty()) {
                request.header("Idempotency-Key", key);
            }
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), read(response.body()));
        } catch (IOException e) {
            return new Answer(0, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, null);
        }
    }

    private @Nullable JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }
}
