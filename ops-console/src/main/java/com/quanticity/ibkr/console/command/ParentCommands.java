package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.console.command.CommandOutcome.Refused;
import com.quanticity.ibkr.console.command.CommandOutcome.Taken;
import com.quanticity.ibkr.console.command.CommandOutcome.Uncertain;
import com.quanticity.ibkr.console.login.Person;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.service.ServiceToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Cancels a parent with every child that is out, by the execution-engine. Cancels always pass. Thread-safe. */
final class ParentCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int ACCEPTED = 202;
    private static final String CANCEL = "CANCEL_PARENT";

    private final HttpClient http;
    private final URI engine;
    private final ServiceToken token;
    private final JsonMapper json;
    private final Audit audit;

    ParentCommands(HttpClient http, URI engine, ServiceToken token, JsonMapper json, Audit audit) {
        this.http = http;
        this.engine = engine;
        this.token = token;
        this.json = json;
        this.audit = audit;
    }

    CommandOutcome cancel(Person person, String parentOrderId) {
        CommandOutcome outcome = ask(person, parentOrderId);
        audit.record(
                person.name(),
                CANCEL,
                switch (outcome) {
                    case Taken _ -> Outcome.DONE;
                    case Refused _ -> Outcome.REFUSED;
                    case Uncertain _ -> Outcome.UNCERTAIN;
                },
                parentOrderId,
                outcome.text());
        return outcome;
    }

    private CommandOutcome ask(Person person, String parentOrderId) {
        if (!parentOrderId.matches("[0-9A-Z]{26}")) {
            return new Refused("That is no parent order.");
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(engine.resolve("/api/v1/parents/" + parentOrderId + "/cancel"))
                    .timeout(PATIENCE)
                    .header("Authorization", token.authorizationHeader())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            json.writeValueAsString(Map.of("by", person.name(), "reason", "from the console"))))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == ACCEPTED
                    ? new Taken("Cancelling parent " + parentOrderId + ": watch its children end.", parentOrderId)
                    : new Refused(json.readTree(response.body()).path("detail").asString("Refused."));
        } catch (IOException e) {
            return new Uncertain("The execution-engine did not answer; cancel again, or halt.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Uncertain("The execution-engine could not be asked.");
        }
    }
}
