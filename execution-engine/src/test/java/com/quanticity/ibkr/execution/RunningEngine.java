package com.quanticity.ibkr.execution;

import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real service on a free port with real servers, a database and streams of its own; and a caller of its REST interface. */
public final class RunningEngine implements AutoCloseable {

    private static final String TOKEN = "token-of-the-engine-tests";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FreshDatabase database;
    private final String prefix;
    private final List<String> settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext context;

    private RunningEngine(FreshDatabase database, String prefix, List<String> settings) {
        this.database = database;
        this.prefix = prefix;
        this.settings = settings;
        this.context = run();
    }

    /** Starts it with settings {@code name=value} on top of the ones that tests need. */
    public static RunningEngine start(String... settings) {
        return new RunningEngine(
                RealPostgres.freshDatabase(), "engine-test-" + NUMBER.incrementAndGet() + ":", List.of(settings));
    }

    public void stop() {
        context.close();
    }

    /** On the same data. */
    public void startAgain() {
        context = run();
    }

    /** Of the streams. */
    public String prefix() {
        return prefix;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(database.dataSource());
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer getWithoutToken(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    public Answer post(String path, String idempotencyKey, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer postXml(String path, String body) {
        return send(request(path).header("Content-Type", "application/xml").POST(BodyPublishers.ofString(body)));
    }

    public Answer placeWithoutKey(String body) {
        return send(request("/api/v1/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer place(String key, String body) {
        return send(request("/api/v1/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Any request with a body; without an idempotency key when that is empty. */
    public Answer send(String method, String path, String key, String body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return send(request.method(method, BodyPublishers.ofString(body)));
    }

    /** Places an order that must be taken; gives its id. */
    public String placed(String key, String body) {
        Answer answer = place(key, body);
        if (answer.status() != 201) {
            throw new AssertionError("order not placed: " + answer);
        }
        return answer.text("clientOrderId");
    }

    public Answer order(String clientOrderId) {
        return get("/api/v1/orders/" + clientOrderId);
    }

    public String statusOf(String clientOrderId) {
        return order(clientOrderId).text("status");
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private ConfigurableApplicationContext run() {
        List<String> arguments = new ArrayList<>(List.of(
                "server.port=0",
                "ibkr.service.token=" + TOKEN,
                "ibkr.streams.prefix=" + prefix,
                "spring.data.redis.host=" + RealRedis.host(),
                "spring.data.redis.port=" + RealRedis.port(),
                "spring.datasource.url=" + database.jdbcUrl(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password()));
        arguments.addAll(settings);
        return new SpringApplicationBuilder(ExecutionEngineApplication.class)
                .run(arguments.stream().map(each -> "--" + each).toArray(String[]::new));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, String location, String contentType, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The value at a path like {@code order.symbol} or {@code fills.0.price}; empty when it is null or absent. */
        public String text(String path) {
            return json().at("/" + path.replace('.', '/')).asString("");
        }
    }
}
