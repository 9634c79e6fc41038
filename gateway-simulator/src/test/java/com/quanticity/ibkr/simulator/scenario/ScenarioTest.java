package com.quanticity.ibkr.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ScenarioTest {

    static final List<String> BUNDLED = BundledScenarios.NAMES;

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private GatewaySimulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator =
                GatewaySimulator.start(SimulatorConfig.defaults().withTime(time).withSecondPort(0));
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private void play(String steps) {
        simulator.scenarios().play(ScenarioReader.read("test", steps));
    }

    private ScenarioProgress progress() {
        return Objects.requireNonNull(simulator.scenarios().progress());
    }

    private List<String> codes() {
        return client.drain().stream()
                .filter(message -> message.getFirst().equals("4"))
                .map(message -> message.get(2))
                .toList();
    }

    @Test
    void doesItsStepsAtTheirTimes() {
        play("""
                steps:
                  - {at: 10s, connectivity: 1100}
                  - {after: 5s, connectivity: 1102}
                  - {at: 12s, farm: 2103}
                """);

        time.advance(Duration.ofSeconds(11));
        List<String> early = codes();
        time.advance(Duration.ofSeconds(4));

        assertThat(early).containsExactly("1100");
        assertThat(codes()).containsExactly("2103", "1102");
        assertThat(progress().state()).isEqualTo(ScenarioProgress.State.DONE);
    }

    @Test
    void repeatsStepsAndRounds() {
        play("""
                repeat: 2
                steps:
                  - {at: 1s, times: 3, every: 1s, farm: 2104}
                """);

        time.advance(Duration.ofSeconds(10));

        assertThat(codes()).hasSize(6);
        assertThat(progress().round()).isEqualTo(2);
        assertThat(progress().steps().getFirst().done()).isEqualTo(6);
    }

    @Test
    void waitsForWhatHappens() {
        play("""
                steps:
                  - {on: second fill, connectivity: 1100}
                """);
        client.place(1, "SPY", "BUY", "10", "", "DAY");
        List<String> first = codes();
        client.place(2, "SPY", "BUY", "10", "", "DAY");
        client.drain();

        assertThat(first).isEmpty();
        assertThat(progress().state()).isEqualTo(ScenarioProgress.State.DONE);
    }

    @Test
    void stepsAtATimeOfDay() {
        play("""
                steps:
                  - {clock: "10:03", connectivity: 2110}
                """);

        time.advance(Duration.ofMinutes(2));
        List<String> before = codes();
        time.advance(Duration.ofMinutes(1));

        assertThat(before).isEmpty();
        assertThat(codes()).containsExactly("2110");
    }

    @Test
    void goesOnWhenAStepIsImpossible() {
        play("""
                steps:
                  - {at: 1s, order-message: 399}
                  - {at: 2s, connectivity: 1100}
                """);

        time.advance(Duration.ofSeconds(3));

        assertThat(codes()).containsExactly("1100");
        assertThat(progress().failures()).singleElement().asString().contains("line 2", "place one first");
    }

    @Test
    void stopsInTheMiddle() {
        play("""
                steps:
                  - {at: 1s, connectivity: 1100}
                """);

        simulator.scenarios().stop();
        time.advance(Duration.ofSeconds(3));

        assertThat(codes()).isEmpty();
        assertThat(progress().state()).isEqualTo(ScenarioProgress.State.STOPPED);
    }

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void playsEveryBundledScenarioToItsEnd(String name) {
        simulator.scenarios().play(ScenarioReader.named(name));
        if (name.equals("fill-burst-link-cut")) {
            for (int i = 1; i <= 3; i++) {
                client.place(i, "SPY", "BUY", "10", "", "DAY");
            }
            client.assertClosed();
        }

        time.advance(Duration.ofSeconds(260));

        assertThat(progress().state()).isEqualTo(ScenarioProgress.State.DONE);
        assertThat(progress().failures()).isEmpty();
        assertThat(simulator.state().gateways())
                .allSatisfy(gateway -> assertThat(gateway.activeFaults()).isEmpty());
        assertThat(simulator.state().failedTasks()).isZero();
    }
}
