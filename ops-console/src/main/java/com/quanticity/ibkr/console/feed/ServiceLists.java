package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.service.ServiceToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks services for lists, with this console's token. Waits two seconds at most; any thread. */
final class ServiceLists {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient http;
    private final ServiceToken token;
    private final JsonMapper json;

    ServiceLists(HttpClient http, ServiceToken token, JsonMapper json) {
        this.http = http;
        this.token = token;
        this.json = json;
    }

    /**
     * A list that a service holds.
     *
     * @param resource path and query of the answer that has the list
     * @param field the list's name in it
     * @throws IOException when the service is away, refuses, or answers without the list, which would read as an empty one
     */
    JsonNode read(URI service, String resource, String field) throws IOException, InterruptedException {
        URI asked = service.resolve(resource);
        HttpRequest request = HttpRequest.newBuilder(asked)
                .timeout(PATIENCE)
                .header("Authorization", token.authorizationHeader())
                .header("Accept", "application/json")
                .GET()
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException(asked + " answered " + response.statusCode());
        }
        JsonNode list = json.readTree(response.body()).path(field);
        if (!list.isArray()) {
            throw new IOException(asked + " answered without " + field);
        }
        return list;
    }
}
