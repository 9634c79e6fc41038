package com.quanticity.ibkr.benchmarks.simulator;

import com.quanticity.ibkr.simulator.GatewaySimulatorApplication;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator as {@code ./simulator} starts it. */
public final class SimulatorProcess implements AutoCloseable {

    private static final List<String> OTHERS = List.of("gateway-client", "ibkr-adapter", "service-starter");
    private static final Pattern READY = Pattern.compile("simulator ready: wire port (\\d+), control port (\\d+)");

    private final Process process;
    private final BufferedReader output;
    private final int port;
    private final int controlPort;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    private SimulatorProcess(Process process, BufferedReader output, Matcher ready) {
        this.process = process;
        this.output = output;
        this.port = Integer.parseInt(ready.group(1));
        this.controlPort = Integer.parseInt(ready.group(2));
    }

    /** Starts it with the options of the script {@code ./simulator} and waits until it serves. */
    public static SimulatorProcess start(Path recordings, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                GatewaySimulatorApplication.class.getName()));
        command.addAll(List.of(
                "--port", "0", "--control-port", "0", "--clients", "1000", "--recordings", recordings.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                SimulatorProcess simulator = new SimulatorProcess(process, output, ready);
                Thread.ofPlatform().name("simulator-output").daemon().start(simulator::swallow);
                return simulator;
            }
            said.append(line).append('\n');
        }
        throw new IOException("the simulator did not start; it said:\n" + said);
    }

    /** Ours without what would configure itself into the simulator's control interface. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> OTHERS.stream().noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void swallow() {
        try {
            while (output.readLine() != null) {
                // a full pipe would hold the simulator
            }
        } catch (IOException _) {
            // it ended
        }
    }

    public int port() {
        return port;
    }

    /** Processor time until now. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory at most so far in MiB; NaN where the system does not tell. */
    double mostMebibytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Answers of the control interface. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + controlPort + "/api/v1/" + path))
                .build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    /** Commands the control interface; returns the status. */
    public int post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + controlPort + "/api/v1/" + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
    }
}
