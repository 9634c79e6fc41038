package com.quanticity.ibkr.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.peer.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process of its own. */
class ApplicationIT {

    private static final Pattern READY = Pattern.compile("simulator ready: wire port (\\d+), control port (\\d+)");

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                GatewaySimulatorApplication.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense 1",
                "--recordings /no/such/folder",
                "--port 0 --control-port 0 --recordings src/test/resources",
                "--speed 20"
            })
    void endsWithOneLineAndCodeTwoOnBadInput(String arguments) throws Exception {
        Process process = run(arguments.split(" ", -1));

        String output = output(process);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(output.lines()).singleElement().asString().startsWith("simulator: ");
    }

    @Test
    void servesUntilItIsTerminatedAndKeepsItsState(@TempDir Path folder) throws Exception {
        Path state = folder.resolve("state.json");
        Process process = run("--port", "0", "--control-port", "0", "--state", state.toString());
        try (BufferedReader lines = process.inputReader();
                TestClient client = TestClient.connect(wirePort(lines), 200)) {
            client.send(71, 2, 1, "");
            client.place(1, "SPY", "BUY", "100", "1", "GTC");
            client.drain();

            process.destroy();

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(state)).contains("\"orderId\":1");
        } finally {
            process.destroyForcibly();
        }
    }

    private static int wirePort(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return Integer.parseInt(ready.group(1));
            }
        }
        throw new AssertionError("the simulator ended before it was ready");
    }
}
