package com.quanticity.ibkr.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client {@code @stoqey/ib} of the npm registry in a session with the simulator; skipped where it cannot be installed. */
class ForeignClientIT {

    private static final Path FOLDER = Path.of("target", "foreign-client");

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(FOLDER);
        for (String name : List.of("package.json", "session.js")) {
            try (InputStream file = ForeignClientIT.class.getResourceAsStream("/foreign-client/" + name)) {
                Files.copy(file, FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assumeTrue(succeeds(10, "node", "--version"), "no node");
        assumeTrue(
                Files.isDirectory(FOLDER.resolve("node_modules"))
                        || succeeds(60, "npm", "install", "--no-audit", "--no-fund", "--fetch-retries=0"),
                "npm cannot install the client");
    }

    private static boolean succeeds(int seconds, String... command) throws InterruptedException {
        try {
            Process process = start(FOLDER.resolve("install.log"), command);
            return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Process start(Path log, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    @Test
    void tradesAndReadsTheAccount() throws Exception {
        Path log = FOLDER.resolve("session.log");
        try (GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults())) {
            Process client = start(log, "node", "session.js", Integer.toString(simulator.port()));
            boolean ended = client.waitFor(60, TimeUnit.SECONDS);
            client.destroyForcibly();

            assertThat(ended).as("log %s", Files.readAllLines(log)).isTrue();
            assertTellsTheWholeSession(Files.readAllLines(log));
            assertThat(client.exitValue()).isZero();
            assertThat(simulator.executions()).hasSize(1);
        }
    }

    private static void assertTellsTheWholeSession(List<String> log) {
        assertThat(log.stream().map(ForeignClientIT::withoutNumbers))
                .containsSubsequence(
                        "connected serverVersion=#",
                        "managedAccounts DU#",
                        "nextValidId #",
                        "currentTime",
                        "contractDetails AAPL # NASDAQ APPLE INC",
                        "tickPrice bid=# ask=#",
                        "execDetails AAPL BOT # at #",
                        "orderStatus # Filled filled=# remaining=# average=#",
                        "orderStatus # Cancelled filled=# remaining=# average=#",
                        "error id=# code=# Order Canceled - reason:",
                        "accountSummary BuyingPower=#USD NetLiquidation=#USD TotalCashValue=#USD",
                        "position AAPL=#",
                        "updateAccountValue more than ten tags",
                        "updatePortfolio AAPL #",
                        "historicalData # bars",
                        "disconnected");
        assertThat(log.stream().filter(line -> line.startsWith("error")))
                .containsExactly("error id=2 code=202 Order Canceled - reason:");
    }

    private static String withoutNumbers(String line) {
        return Stream.of(line.split("(?<=[ =])|(?= )"))
                .map(word -> word.replaceFirst("\\d+(\\.\\d+)?", "#"))
                .collect(Collectors.joining());
    }
}
