package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.console.ConsoleProperties.Services;
import com.quanticity.ibkr.console.sessions.ServiceBook;
import com.quanticity.ibkr.console.sessions.ServiceBook.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks every service for its readiness, all at once. */
final class HealthPoll implements EverySecond.Work {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String PATH = "/actuator/health/readiness";
    private static final int OK = 200;

    private final HttpClient http;
    private final Map<String, URI> services = new LinkedHashMap<>();
    private final ServiceBook book;
    private final Clock clock;

    HealthPoll(HttpClient http, Services addresses, ServiceBook book, Clock clock) {
        this.http = http;
        this.book = book;
        this.clock = clock;
        services.put("ibkr-adapter", addresses.ibkrAdapter());
        services.put("risk-manager", addresses.riskManager());
        services.put("execution-replay", addresses.executionReplay());
        services.put("execution-engine", addresses.executionEngine());
    }

    @Override
    public void run() {
        CompletableFuture<?>[] asked = services.entrySet().stream()
                .map(service -> ask(service.getKey(), service.getValue()))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(asked).join();
        book.onAnswer("ops-console", Answer.UP, clock.instant());
    }

    private CompletableFuture<Void> ask(String component, URI address) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(PATH))
                .timeout(PATIENCE)
                .GET()
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).handle((response, failure) -> {
            book.onAnswer(component, answer(response, failure), clock.instant());
            return null;
        });
    }

    private static Answer answer(@Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
        if (failure != null || response == null) {
            return Answer.SILENT;
        }
        return response.statusCode() == OK ? Answer.UP : Answer.NOT_READY;
    }
}
