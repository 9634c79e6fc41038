package com.quanticity.ibkr.console.discrepancies;

import com.quanticity.ibkr.service.ServiceToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The way of a decision to the execution-engine. */
final class EngineLine {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final HttpClient http;
    private final URI engine;
    private final ServiceToken token;
    private final JsonMapper json;

    /** What the engine answered; uncertain when nobody knows whether it was done. */
    record Answer(boolean done, boolean uncertain, String text) {}

    EngineLine(HttpClient http, URI engine, ServiceToken token, JsonMapper json) {
        this.http = http;
        this.engine = engine;
        this.token = token;
        this.json = json;
    }

    Answer decide(String id, String action, String key, Map<String, Object> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(engine.resolve("/api/v1/discrepancies/" + id + "/" + action))
                    .timeout(PATIENCE)
                    .header("Authorization", token.authorizationHeader())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer(response);
        } catch (IOException e) {
            return new Answer(
                    false, true, "The execution-engine did not answer; decide again, it is carried out once.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(false, true, "The execution-engine could not be asked.");
        }
    }

    private Answer answer(HttpResponse<String> response) {
        if (response.statusCode() == OK) {
            return new Answer(true, false, "Done.");
        }
        return new Answer(false, response.statusCode() >= SERVER_ERROR, detail(response));
    }

    private String detail(HttpResponse<String> response) {
        try {
            String detail = json.readTree(response.body()).path("detail").asString("");
            return detail.isEmpty() ? "The execution-engine answered " + response.statusCode() + "." : detail;
        } catch (JacksonException e) {
            return "The execution-engine answered " + response.statusCode() + ".";
        }
    }
}
