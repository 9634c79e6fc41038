package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.service.ServiceToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The way to the risk-manager when Redis is away. */
final class RiskManagerLine {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient http;
    private final URI tradingState;
    private final ServiceToken token;
    private final JsonMapper json;

    RiskManagerLine(HttpClient http, URI riskManager, ServiceToken token, JsonMapper json) {
        this.http = http;
        this.tradingState = riskManager.resolve("/api/v1/trading-state/");
        this.token = token;
        this.json = json;
    }

    /** Halts the firm, and says in one sentence what it answered or that it did not. */
    String halt(String commandId, String by, String reason) {
        return ask("HALT", commandId, RiskScope.FIRM, by, reason);
    }

    /**
     * Halts or reduces, and says in one sentence what it answered or that it did not.
     *
     * @param what HALT or REDUCE
     */
    String ask(String what, String commandId, RiskScope scope, String by, String reason) {
        try {
            HttpRequest request = HttpRequest.newBuilder(tradingState.resolve(what.toLowerCase(Locale.ROOT)))
                    .timeout(PATIENCE)
                    .header("Authorization", token.authorizationHeader())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", commandId)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            json.writeValueAsString(Map.of("by", by, "reason", reason, "scope", scope.toString()))))
                    .build();
            HttpResponse<Void> response = http.send(request, HttpResponse.BodyHandlers.discarding());
            return response.statusCode() == OK
                    ? "risk-manager, asked directly, has " + (what.equals("HALT") ? "halted" : "reduced")
                            + "; the adapter denies new orders once its trading state is stale (10 s)."
                    : "risk-manager, asked directly, answered " + response.statusCode() + ".";
        } catch (IOException e) {
            return "risk-manager, asked directly, did not answer.";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "risk-manager could not be asked.";
        }
    }
}
