package com.quanticity.ibkr.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import com.quanticity.ibkr.simulator.scenario.Step.When;
import com.quanticity.ibkr.simulator.witness.Happening;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ScenarioReaderTest {

    static final List<String> BUNDLED = BundledScenarios.NAMES;

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void readsEveryBundledScenario(String name) {
        Scenario scenario = ScenarioReader.named(name);

        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.about()).endsWith(".");
        assertThat(scenario.steps()).isNotEmpty();
    }

    @Test
    void readsEveryMomentOfAStep() {
        Scenario scenario = ScenarioReader.read("moments", """
                repeat: forever
                steps:
                  - {at: 1m30s, drop: 1}
                  - {after: 500ms, drop: {client: 2}}
                  - {clock: "23:45 Europe/Berlin", end: all}
                  - {on: 12th order, times: 3, every: 2s, pause: 5s}
                  - on: {event: request, request: REQ_OPEN_ORDERS, count: 2, client: 0}
                    end: [pause, slow]
                """);

        assertThat(scenario.rounds()).isZero();
        assertThat(scenario.steps())
                .extracting(Step::when)
                .containsExactly(
                        new When.At(Duration.ofSeconds(90)),
                        new When.After(Duration.ofMillis(500)),
                        new When.Clock(LocalTime.of(23, 45), ZoneId.of("Europe/Berlin")),
                        new When.On(new Trigger(Happening.Kind.ORDER, 12, null, null, null)),
                        new When.On(new Trigger(Happening.Kind.REQUEST, 2, 0, null, "REQ_OPEN_ORDERS")));
        assertThat(scenario.steps().get(3).times()).isEqualTo(3);
        assertThat(scenario.steps().get(4).doings()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {at: 30, drop: 1}                            | '30' is not a length of time: write one such as 30s
            {drop: 1}                                    | a step needs its moment: write at: 30s
            {at: 1s, after: 2s, drop: 1}                 | a step has one moment, not at and after: leave one out
            {after: 1s, drop: 1}                         | the first step has none before it: write at:
            {at: 1s}                                     | the step does nothing: add an action
            {at: 1s, conectivity: 1100}                  | there is no action conectivity: write connectivity
            {at: 1s, connectivity: 1105}                 | code cannot be '1105': write 1100
            {at: 1s, connectivity: {}}                   | connectivity needs code, 1100 lost
            {at: 1s, restart: {lenght: 5s}}              | restart has no argument lenght
            {at: 1s, read-only: 5}                       | read-only takes no arguments: write read-only: {}
            {at: 1s, end: drop}                          | drop is over at once and cannot be ended
            {at: 1s, withhold: EXECUTION_DAT}            | there is no event EXECUTION_DAT: write EXECUTION_DATA
            {at: 1s, drop: 1, times: 2}                  | times needs every
            {at: 1s, drop: 1, gateway: 3}                | gateway cannot be '3': write a whole number from 1 to 2
            {on: third fil, drop: 1}                     | there is no event fil: write fill
            {on: many fill, drop: 1}                     | 'many' is not a number in a row: write first
            {clock: "25:00", drop: 1}                    | clock cannot be '25:00': write "23:45"
            {at: 1s, slow: [1]}                          | slow takes no list: write slow: {}
            """)
    void saysTheLineAndWhatToWriteInstead(String step, String problem) {
        assertThatThrownBy(() -> ScenarioReader.read("mine.yaml", "name: x\nsteps:\n  - " + step + "\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("mine.yaml line 3: ")
                .hasMessageContaining(problem);
    }

    @Test
    void reportsAllProblemsTogetherWithTheirLines() {
        assertThatThrownBy(() -> ScenarioReader.read("mine.yaml", """
                        nmae: x
                        steps:
                          - at: 1s
                            drop: 1
                            pause: soon
                          - at: later
                            drop: 1
                        """))
                .isInstanceOf(ScenarioException.class)
                .extracting(problem -> ((ScenarioException) problem).problems(), list(String.class))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("mine.yaml line 1: there is no nmae"),
                        second -> assertThat(second).startsWith("mine.yaml line 5: 'soon' is not a length of time"),
                        third -> assertThat(third).startsWith("mine.yaml line 6: 'later' is not a length of time"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'steps: [' | this is not YAML
            'just text' | a scenario is a mapping
            'name: x' | a scenario needs steps
            """)
    void refusesWhatIsNoScenario(String yaml, String problem) {
        assertThatThrownBy(() -> ScenarioReader.read("mine.yaml", yaml))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void namesTheClosestBundledScenario() {
        assertThatThrownBy(() -> ScenarioReader.named("nightly-restrt")).hasMessageContaining("write nightly-restart");
    }
}
