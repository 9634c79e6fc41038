package com.quanticity.ibkr.quickstart.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.quickstart.check.CheckTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real launcher as a child process, on free ports and new data, seen from outside: its files, its ports, its processes. */
final class RunningPlatform {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path DATA = Path.of("target", "system-test").toAbsolutePath();
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Process launcher;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningPlatform(Process launcher) {
        this.launcher = launcher;
    }

    static RunningPlatform start() throws IOException {
        Files.createDirectories(DATA.getParent());
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Dquickstart.home=" + HOME,
                        "-jar",
                        executableJar().toString(),
                        "--free-ports",
                        "--fresh",
                        "--data",
                        DATA.toString(),
                        "--restart-after",
                        "2s")
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        RunningPlatform platform = new RunningPlatform(launcher);
        await().atMost(START_LIMIT)
                .failFast(() -> assertThat(launcher.isAlive())
                        .as("the launcher says: %s", said())
                        .isTrue())
                .until(() -> said().contains("Ctrl-C stops everything"));
        return platform;
    }

    /** All that the launcher printed. */
    static String said() throws IOException {
        return Files.exists(output()) ? Files.readString(output()) : "";
    }

    long launcherPid() {
        return launcher.pid();
    }

    void killLauncher() {
        launcher.destroyForcibly();
    }

    JsonNode instance() {
        try {
            return JSON.readTree(Files.readAllBytes(DATA.resolve("instance.json")));
        } catch (IOException e) {
            throw new UncheckedIOException("the instance file cannot be read", e);
        }
    }

    int port(String name) {
        return instance().path("ports").path(name).asInt();
    }

    /** Process id of a component, -1 while none runs. */
    long pid(String component) {
        return instance().path("components").path(component).path("pid").asLong(-1);
    }

    List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        instance()
                .path("components")
                .forEach(component -> pids.add(component.path("pid").asLong(-1)));
        return pids;
    }

    boolean isReady(String component) {
        return instance()
                .path("components")
                .path(component)
                .path("state")
                .asString("")
                .equals("READY");
    }

    String url(String component) {
        return instance().path("components").path(component).path("url").asString();
    }

    CheckTarget target(String symbol) throws IOException {
        return new CheckTarget(
                port("REDIS"),
                port("POSTGRES"),
                secret("database.adapter"),
                URI.create(url("ibkr-adapter")),
                URI.create(url("execution-engine")),
                secret("service.token"),
                symbol,
                DATA.resolve("logs"));
    }

    String secret(String name) throws IOException {
        Properties secrets = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(DATA.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        return secrets.getProperty(name);
    }

    /** Places an order as a strategy would; answers what the execution-engine says of it. */
    JsonNode order(String symbol, int quantity) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(
                Map.of("symbol", symbol, "side", "BUY", "type", "MARKET", "quantity", quantity));
        HttpResponse<String> response = send(HttpRequest.newBuilder(orders())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body());
    }

    JsonNode get(String component, String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(url(component) + path)).GET());
    }

    /** Posts JSON under a new idempotency key. */
    JsonNode post(String component, String path, String body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(url(component) + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    JsonNode delete(String component, String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(url(component) + path)).DELETE());
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode() / 100).as(response.body()).isEqualTo(2);
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    /** Places a buy that rests far below the market; answers its id. */
    String restingOrder(String symbol, int quantity) throws IOException, InterruptedException {
        return post(
                        "execution-engine",
                        "/api/v1/orders",
                        Map.of(
                                "symbol", symbol,
                                "side", "BUY",
                                "type", "LIMIT",
                                "limitPrice", "1.00",
                                "quantity", quantity),
                        201)
                .path("clientOrderId")
                .asString();
    }

    void change(String clientOrderId, int quantity) throws IOException, InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(orders() + "/" + clientOrderId))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method("PATCH", BodyPublishers.ofString("{\"quantity\":" + quantity + "}")));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    }

    void cancelAll() throws IOException, InterruptedException {
        post("execution-engine", "/api/v1/orders/cancel", Map.of("of", "EVERYTHING", "reason", "test"), 202);
    }

    /** Waits until an order has a status and its record says something, a regular expression. */
    void awaitOrder(String clientOrderId, String status, String words) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode order = get("execution-engine", "/api/v1/orders/" + clientOrderId);
            assertThat(order.path("status").asString("")).as(order.toString()).isEqualTo(status);
            assertThat(order.toString()).containsPattern(words);
        });
    }

    JsonNode post(String component, String path, Object body, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(url(component) + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        return JSON.readTree(response.body());
    }

    /** Holds a process up, or lets it go on. */
    static void signal(long pid, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    int health(String component, String group) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url(component) + "/actuator/health/" + group)))
                .statusCode();
    }

    String query(String role, String query) throws SQLException, IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + port("POSTGRES") + "/ibkr";
        try (Connection connection = DriverManager.getConnection(url, role, secret("database." + role));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    /** Nobody may collect a dead orphan here: a zombie counts as gone. */
    static boolean isAlive(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .noneMatch(line -> line.startsWith("State:") && line.contains("Z"));
        } catch (IOException e) {
            return false;
        }
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Asks the launcher to stop everything, and waits for it. */
    void stop() throws InterruptedException {
        launcher.destroy();
        launcher.waitFor();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header("Authorization", "Bearer " + secret("service.token"))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI orders() {
        return URI.create(url("execution-engine") + "/api/v1/orders");
    }

    private static Path output() {
        return DATA.resolveSibling("system-test.out");
    }

    private static Path executableJar() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches("quickstart-.*-exec\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no quickstart-*-exec.jar in target: ./mvnw package makes it"))
                    .toAbsolutePath();
        }
    }
}
