package com.quanticity.ibkr.benchmarks.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The adapter as it is shipped, in a process of its own. Its log is a file that a failure names. */
final class AdapterProcess implements AutoCloseable {

    private static final String TOKEN = "token-of-a-benchmark";
    private static final Duration START_WAIT = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final Path log;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    private AdapterProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** @param settings properties beyond gateway, Redis and database */
    static AdapterProcess start(DataServers servers, int gatewayPort, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = DataServers.freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar().toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.data.redis.host=127.0.0.1",
                "--spring.data.redis.port=" + servers.redisPort(),
                "--spring.datasource.url=" + servers.jdbcUrl(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--ibkr.gateway.host=127.0.0.1",
                "--ibkr.gateway.port=" + gatewayPort,
                "--ibkr.service.token=" + TOKEN));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        Path log = Files.createTempFile("adapter-", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        AdapterProcess adapter = new AdapterProcess(process, port, log);
        try {
            adapter.await("its start", () -> adapter.status("/actuator/health/liveness") == 200);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        return adapter;
    }

    private static Path jar() throws IOException {
        Path folder = Path.of(System.getProperty("ibkr.root", "."), "ibkr-adapter", "target");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IOException("no ibkr-adapter jar in " + folder + ": ./mvnw package builds it"));
        }
    }

    long pid() {
        return process.pid();
    }

    /** CPU time used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory now, in bytes. */
    long resident() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    int status(String path) {
        try {
            return http.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Value of a meter at {@code /actuator/prometheus}, summed over its tags; 0 when there is none. */
    double meter(String name) throws IOException, InterruptedException {
        String text = http.send(request("/actuator/prometheus"), BodyHandlers.ofString())
                .body();
        return text.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
    }

    /** Asked until it is true. */
    @FunctionalInterface
    interface Condition {
        boolean isTrue() throws IOException, InterruptedException;
    }

    void await(String what, Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_WAIT.toNanos();
        while (!condition.isTrue()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("the adapter did not reach " + what + "; its log is " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Override
    public void close() {
        process.destroy();
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
