package com.quanticity.ibkr.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.witness.Happening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/simulator-scenarios.md true: the schema by hand, the tables from the catalogue. */
class ScenarioDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "simulator-scenarios.md");

    private static final String HEAD = """
            # Simulator scenarios

            A scenario is a YAML file of steps that the simulator does on its own clock. Play one with `./simulator --scenario NAME_OR_FILE`,
            with `POST /api/v1/scenario` `{"name": "farm-blip"}` or `{"yaml": "…"}`, from the page at the control port, with
            `simulator.scenarios().play(ScenarioReader.named("farm-blip"))`, or with `@SimulatedGateway(scenario = "farm-blip")`. This file is written from the code by
            `./mvnw -pl gateway-simulator test -Dtest=ScenarioDocumentTest -Dibkr.docs.write=true`; the test fails when it is out of date.

            ```yaml
            name: my-night                 # optional, the file's name otherwise
            about: What it is for.         # optional
            repeat: 3                      # optional: so many rounds, or forever
            steps:
              - at: 30s                    # so long after the start of the round
                connectivity: 1100         # short for {code: 1100}: the action's first argument
              - after: 5s                  # so long after the step before it
                connectivity: {code: 1102}
              - clock: "23:45"             # next time a clock in New York shows it; "23:45 Europe/Berlin" elsewhere
                restart: {for: 60s, next-order-id: 1}
              - on: third fill             # when it happens for the third time in this round
                drop: 1
              - on: {event: request, request: REQ_OPEN_ORDERS, client: 1, count: 2}
                withhold: {event: OPEN_ORDER_END, times: 1}
                pause: 5s                  # several actions in one step, in this order
              - at: 60s
                times: 5                   # five times …
                every: 10s                 # … ten seconds apart
                farm: 2103
              - at: 120s
                gateway: 2                 # the second gateway; the first when left out
                restart: {for: 60s}
              - at: 200s
                end: [slow, split]         # ends what lasts; all ends everything
            ```

            | Part | Rule |
            |---|---|
            | moment | every step has exactly one of `at`, `after`, `clock`, `on` |
            | order | `at`, `clock` and `on` steps wait side by side; an `after` step follows the step above it. A round is over when every step is done |
            | lengths | `500ms`, `30s`, `1m30s`, `2h`, on the simulator's clock: accelerated and stepped clocks carry scenarios along |
            | `on` | `first fill` … `tenth fill`, `12th fill`, `fill` for the first, or a mapping with `event`, `count`, `client`, `symbol`, `request`. The step is done right after the client was told |
            | lasting actions | stay until their `for` is over, until `end`, or until `DELETE /api/v1/faults` |
            | errors | name the line and what to write instead, all of a file together; a step that is impossible when its time comes is noted in the progress, and the scenario goes on |

            """;

    @Test
    void documentMatchesTheCatalogue() throws IOException {
        String wanted = document();
        if (Boolean.getBoolean("ibkr.docs.write")) {
            Files.writeString(DOCUMENT, wanted);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/simulator-scenarios.md: run this test with -Dibkr.docs.write=true and commit the file")
                .isEqualTo(wanted);
    }

    private static String document() {
        return HEAD + "## Bundled scenarios\n\n| Name | What happens |\n|---|---|\n"
                + BundledScenarios.NAMES.stream()
                        .map(name -> "| `" + name + "` | "
                                + ScenarioReader.named(name).about() + " |\n")
                        .collect(Collectors.joining())
                + "\n## Events to wait for\n\n| Event | Meaning |\n|---|---|\n"
                + Arrays.stream(Happening.Kind.values())
                        .map(kind -> "| `" + kind.word() + "` | " + kind.about() + " |\n")
                        .collect(Collectors.joining())
                + "\n## Actions\n\nEach is also a button on the page and `POST /api/v1/actions/NAME` with its arguments as JSON; `DELETE` ends one"
                + " that lasts; `?gateway=2` means the second gateway.\n"
                + Arrays.stream(Action.Theme.values())
                        .map(ScenarioDocumentTest::theme)
                        .collect(Collectors.joining());
    }

    private static String theme(Action.Theme theme) {
        return "\n### " + theme.title() + "\n\n| Action | Arguments | What happens |\n|---|---|---|\n"
                + ActionCatalogue.all().stream()
                        .filter(action -> action.theme() == theme)
                        .map(ScenarioDocumentTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(Action action) {
        return "| `" + action.name() + "`" + (action.lasts() ? " (lasts)" : "") + " | " + arguments(action.parameters())
                + " | " + action.about() + " |\n";
    }

    private static String arguments(List<Parameter> parameters) {
        return parameters.isEmpty()
                ? "–"
                : parameters.stream().map(ScenarioDocumentTest::argument).collect(Collectors.joining("<br>"));
    }

    private static String argument(Parameter parameter) {
        String choices = parameter.choices().isEmpty() ? "" : " (" + String.join(", ", parameter.choices()) + ")";
        return "`" + parameter.name() + "`" + (parameter.isRequired() ? "" : " optional") + ": " + parameter.about()
                + choices;
    }
}
