package com.quanticity.ibkr.benchmarks.platform;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service as it is shipped, in a process of its own. Its log is a file that a failure names. Thread-safe. */
public final class ServiceProcess implements AutoCloseable {

    public static final String JVM_OPTIONS = "ibkr.benchmark.jvm";

    private static final String TOKEN = "token-of-a-benchmark";
    private static final Duration START_WAIT = Duration.ofMinutes(4);
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(30);

    private final String module;
    private final Process process;
    private final int port;
    private final Path log;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    private ServiceProcess(String module, Process process, int port, Path log) {
        this.module = module;
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Asked until it is true. */
    @FunctionalInterface
    public interface Condition {
        boolean isTrue() throws IOException, InterruptedException;
    }

    /** The adapter, when it lives; with the settings of {@link #gatewaySettings} and these. */
    public static ServiceProcess startAdapter(DataServers servers, int gatewayPort, Map<String, String> settings)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(gatewaySettings(gatewayPort));
        all.putAll(settings);
        ServiceProcess adapter = start("ibkr-adapter", servers, all);
        try {
            adapter.awaitHealth("liveness");
            return adapter;
        } catch (IOException e) {
            adapter.process.destroyForcibly();
            throw e;
        }
    }

    /** Properties of a service that connects to the gateway on this port of this machine. */
    public static Map<String, String> gatewaySettings(int gatewayPort) {
        return Map.of(
                "ibkr.gateway.binding", "native",
                "ibkr.gateway.host", "127.0.0.1",
                "ibkr.gateway.port", Integer.toString(gatewayPort));
    }

    /**
     * Starts a service and does not wait for it.
     *
     * @param settings properties beyond Redis and database
     */
    public static ServiceProcess start(String module, DataServers servers, Map<String, String> settings)
            throws IOException {
        int port = DataServers.freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(addedOptions());
        command.addAll(List.of(
                "-jar",
                jar(module).toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.data.redis.host=127.0.0.1",
                "--spring.data.redis.port=" + servers.redisPort(),
                "--spring.datasource.url=" + servers.jdbcUrl(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--ibkr.service.token=" + TOKEN));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        Path log = Files.createTempFile(module + "-", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServiceProcess(module, process, port, log);
    }

    /** JVM options of this run beyond those a service is shipped with: the system property {@value #JVM_OPTIONS}, separated by blanks. */
    public static List<String> addedOptions() {
        return Stream.of(System.getProperty(JVM_OPTIONS, "").split(" "))
                .filter(option -> !option.isBlank())
                .toList();
    }

    private static Path jar(String module) throws IOException {
        Path folder = Path.of(System.getProperty("ibkr.root", "."), module, "target");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + module + " jar in " + folder
                            + ": ./mvnw -Dmaven.test.skip=true package builds it"));
        }
    }

    /** Waits until a health group answers that all is well. */
    public void awaitHealth(String group) throws IOException, InterruptedException {
        await("health " + group, () -> status("/actuator/health/" + group) == 200);
    }

    /** @throws IOException when the process ends or four minutes are not enough; says where its log is */
    public void await(String what, Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_WAIT.toNanos();
        while (!condition.isTrue()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(module + " did not reach " + what + "; its log is " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(body(path));
    }

    /** Posts and gives the answer, which must be a success; repeats under the same key what may or may not have taken effect (503). */
    public JsonNode post(String path, String key, String body) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + ANSWER_WAIT.toNanos();
        HttpResponse<String> answer = postOnce(path, key, body);
        while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
            answer = postOnce(path, key, body);
        }
        return json.readTree(success(path, answer));
    }

    private HttpResponse<String> postOnce(String path, String key, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .timeout(ANSWER_WAIT)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Value of a meter at {@code /actuator/prometheus}, summed over its tags; 0 when there is none. */
    public double meter(String name) throws IOException, InterruptedException {
        return sum(body("/actuator/prometheus"), name);
    }

    /** Time and count of a timer so far, summed over its tags. */
    public Timed timed(String timer) throws IOException, InterruptedException {
        String text = body("/actuator/prometheus");
        return new Timed(sum(text, timer + "_sum"), sum(text, timer + "_count"));
    }

    /** What a timer has counted. */
    public record Timed(double seconds, double count) {

        /** Mean of what was timed since then, in microseconds; 0 when nothing was. */
        public double meanMicrosSince(Timed before) {
            double times = count - before.count;
            return times == 0 ? 0 : (seconds - before.seconds) / times * 1e6;
        }
    }

    public long pid() {
        return process.pid();
    }

    /** CPU time used so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory now, in bytes. */
    public long resident() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** HTTP status of an answer, 0 when there is none. */
    public int status(String path) {
        try {
            return http.send(request(path).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private String body(String path) throws IOException, InterruptedException {
        return success(path, http.send(request(path).timeout(ANSWER_WAIT).build(), BodyHandlers.ofString()));
    }

    private static String success(String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static double sum(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    @Override
    public void close() {
        process.destroy();
        http.shutdownNow();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
