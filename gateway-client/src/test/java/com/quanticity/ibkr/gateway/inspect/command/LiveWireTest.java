package com.quanticity.ibkr.gateway.inspect.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ping and proxy between our own client and the simulator, whose codec is another one. */
@Timeout(60)
class LiveWireTest {

    @TempDir
    private Path folder;

    private final GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults());
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void pingsTheGateway() {
        ToolRun run = ToolRun.of("", "ping", "127.0.0.1:" + simulator.port(), "--count", "3", "--mask-accounts");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("version   200", "accounts  *******67")
                .anyMatch(line -> line.matches("time {6}\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .anyMatch(line -> line.matches("latency {3}min .* ms, median .* ms, max .* ms of 3"));
    }

    @Test
    void saysThatNobodyAnswersThePing() {
        int port = simulator.port();
        simulator.close();

        ToolRun run = ToolRun.of("", "ping", "127.0.0.1:" + port);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("ibkr-wire ping: code 502").hasLineCount(1);
    }

    @Test
    void showsBothDirectionsAndRecordsThem() throws IOException {
        Path record = folder.resolve("wire.txt");
        try (BufferedWriter capture = Files.newBufferedWriter(record, US_ASCII)) {
            pingThroughProxy(new ProxyOutput(new PrintStream(printed, true, UTF_8), capture, true), null);
        }

        assertThat(lines())
                .anyMatch(line -> line.contains("\"direction\":\"out\",\"version\":0,\"name\":\"HELLO\""))
                .anyMatch(line -> line.contains("\"direction\":\"in\",\"version\":0,\"callback\":\"connectAck\""))
                .anyMatch(line -> line.contains("\"version\":200,\"name\":\"START_API\",\"args\":{\"clientId\":999"))
                .anyMatch(line -> line.contains("\"name\":\"REQ_CURRENT_TIME\""))
                .anyMatch(line -> line.contains("\"callback\":\"currentTime\""))
                .anyMatch(line -> line.contains("\"accountsList\":\"DU0000001\""))
                .noneMatch(line -> line.contains("DU1234567") || line.contains("\"error\":"));
        ToolRun decoded = ToolRun.of("", "decode", record.toString());
        assertThat(decoded.exitCode()).isZero();
        assertThat(decoded.out())
                .hasSize((int) lines().filter(line -> line.contains("\"at\"")).count());
    }

    @Test
    void cutsTheOfferDownToTheHighestVersionAskedFor() {
        pingThroughProxy(new ProxyOutput(new PrintStream(printed, true, UTF_8), null, false), 190);

        assertThat(lines())
                .anyMatch(line -> line.contains("\"minVersion\":176,\"maxVersion\":190"))
                .anyMatch(line -> line.contains("\"callback\":\"connectAck\",\"args\":{") && line.contains("190"));
    }

    @Test
    void turnsClientsAwayWhileTheGatewayIsDown() {
        Address gone = new Address("127.0.0.1", simulator.port());
        simulator.close();
        try (FrameLog log = new FrameLog(new ProxyOutput(new PrintStream(printed, true, UTF_8), null, false));
                Proxy proxy = Proxy.start(Address.parse("0"), gone, null, Clock.systemUTC(), log)) {
            ToolRun run = ToolRun.of("", "ping", Integer.toString(proxy.port()));

            assertThat(run.exitCode()).isEqualTo(1);
            await().untilAsserted(() -> assertThat(lines()).anyMatch(line -> line.contains("client turned away")));
        }
    }

    private void pingThroughProxy(ProxyOutput output, @Nullable Integer maxVersion) {
        Address gateway = new Address("127.0.0.1", simulator.port());
        try (FrameLog log = new FrameLog(output);
                Proxy proxy = Proxy.start(Address.parse("0"), gateway, maxVersion, Clock.systemUTC(), log)) {
            ToolRun run = ToolRun.of("", "ping", Integer.toString(proxy.port()), "--count", "2");

            assertThat(run.exitCode()).as(run.err()).isZero();
        }
    }

    private Stream<String> lines() {
        return printed.toString(UTF_8).lines();
    }
}
