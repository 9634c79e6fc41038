package com.quanticity.ibkr.simulator.scenario;

import com.quanticity.ibkr.simulator.fault.Closest;
import com.quanticity.ibkr.simulator.scenario.Step.Doing;
import com.quanticity.ibkr.simulator.scenario.Step.When;
import java.io.IOException;
import java.io.Serial;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads scenario files; the schema is in docs/simulator-scenarios.md. All problems of a file are reported together. */
public final class ScenarioReader {

    private static final List<String> HEAD = List.of("name", "about", "repeat", "steps");
    private static final List<String> WHEN = List.of("at", "after", "clock", "on");
    private static final Set<String> STEP = Set.of("at", "after", "clock", "on", "times", "every", "gateway", "end");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int MOST_TIMES = 1_000_000;

    private final String source;
    private final List<String> problems = new ArrayList<>();

    private ScenarioReader(String source) {
        this.source = source;
    }

    /**
     * Reads a bundled scenario by its name, or a file.
     *
     * @throws ScenarioException when there is no such scenario or it cannot be read
     */
    public static Scenario named(String nameOrFile) {
        if (BundledScenarios.NAMES.contains(nameOrFile)) {
            return read(nameOrFile, BundledScenarios.text(nameOrFile));
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new ScenarioException(List.of("there is no scenario and no file " + nameOrFile
                    + Closest.to(nameOrFile, BundledScenarios.NAMES) + ", or name a YAML file"));
        }
        try {
            return read(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new ScenarioException(
                    List.of("file " + file + " cannot be read (" + unreadable.getMessage() + "): name another"));
        }
    }

    /**
     * Reads a scenario.
     *
     * @param source what problems call it
     * @throws ScenarioException with all problems
     */
    public static Scenario read(String source, String yaml) {
        ScenarioReader reader = new ScenarioReader(source);
        Scenario scenario = reader.scenario(yaml);
        if (!reader.problems.isEmpty()) {
            throw new ScenarioException(reader.problems);
        }
        return scenario;
    }

    private Scenario scenario(String yaml) {
        Map<String, YamlValue> head = root(yaml);
        head.forEach((key, value) -> {
            if (!HEAD.contains(key)) {
                problem(value.line(), "there is no " + key + " in a scenario" + Closest.to(key, HEAD));
            }
        });
        List<Step> steps = new ArrayList<>();
        if (head.get("steps") instanceof YamlValue.Sequence list
                && !list.items().isEmpty()) {
            list.items().forEach(item -> attempt(item, () -> steps.add(step(item, steps.isEmpty()))));
        } else {
            problem(1, "a scenario needs steps: write steps: and below it lines such as - {at: 30s, drop: 1}");
        }
        String name = source.replaceFirst("\\.ya?ml$", "");
        return new Scenario(
                text(head, "name", name), text(head, "about", ""), rounds(head.get("repeat")), List.copyOf(steps));
    }

    private Map<String, YamlValue> root(String yaml) {
        try {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            if (node != null && YamlValue.of(node) instanceof YamlValue.Mapping mapping) {
                return mapping.entries();
            }
            problem(1, "a scenario is a mapping: start with name: and steps:");
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 1
                    : notYaml.getProblemMark().getLine() + 1;
            problem(line, "this is not YAML (" + notYaml.getProblem() + "): mend the indentation or quote the text");
        } catch (IllegalArgumentException notPlain) {
            problem(1, String.valueOf(notPlain.getMessage()));
        }
        return Map.of("steps", new YamlValue.Sequence(1, List.of(new YamlValue.Text(1, ""))));
    }

    private int rounds(@Nullable YamlValue value) {
        if (value == null) {
            return 1;
        }
        String text = value.text();
        if ("forever".equals(text)) {
            return 0;
        }
        return text != null && text.matches("[1-9]\\d{0,5}")
                ? Integer.parseInt(text)
                : wrong(value.line(), "repeat cannot be '" + text + "': write a number of rounds or forever", 1);
    }

    private Step step(YamlValue item, boolean isFirst) {
        if (!(item instanceof YamlValue.Mapping mapping)) {
            throw new IllegalArgumentException("a step is a mapping: write one such as - {at: 30s, drop: 1}");
        }
        Map<String, YamlValue> entries = mapping.entries();
        List<String> given = WHEN.stream().filter(entries::containsKey).toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException(
                    given.isEmpty()
                            ? "a step needs its moment: write at: 30s, after: 5s, clock: \"23:45\" or on: first fill"
                            : "a step has one moment, not " + String.join(" and ", given) + ": leave one out");
        }
        YamlValue moment = require(entries, given.getFirst());
        When when = located(moment, () -> when(given.getFirst(), moment));
        if (isFirst && when instanceof When.After) {
            throw new IllegalArgumentException("the first step has none before it: write at: instead of after:");
        }
        int gateway = number(entries.get("gateway"), "gateway", 1, 1, 2);
        List<Doing> doings = new ArrayList<>();
        entries.forEach((key, value) -> {
            if (key.equals("end")) {
                doings.addAll(located(value, () -> ends(value, gateway)));
            } else if (!STEP.contains(key)) {
                doings.add(located(value, () -> doing(key, value, gateway)));
            }
        });
        if (doings.isEmpty()) {
            throw new IllegalArgumentException("the step does nothing: add an action such as drop: 1");
        }
        int times = number(entries.get("times"), "times", 1, 1, MOST_TIMES);
        return new Step(item.line(), when, times, every(entries.get("every"), times), List.copyOf(doings));
    }

    private static Duration every(@Nullable YamlValue value, int times) {
        if (value == null && times == 1) {
            return Duration.ZERO;
        }
        if (value == null) {
            throw new IllegalArgumentException("times needs every, the time between two: write every: 10s");
        }
        Duration every = Durations.parse(requireText(value, "every"));
        if (every.isZero()) {
            throw new IllegalArgumentException("every cannot be zero: write at least 1ms");
        }
        return every;
    }

    private static When when(String key, YamlValue value) {
        return switch (key) {
            case "at" -> new When.At(Durations.parse(requireText(value, key)));
            case "after" -> new When.After(Durations.parse(requireText(value, key)));
            case "clock" -> clock(requireText(value, key));
            default -> new When.On(TriggerReader.read(value));
        };
    }

    private static When clock(String text) {
        String[] parts = text.split(" ", 2);
        try {
            return new When.Clock(LocalTime.parse(parts[0]), parts.length == 1 ? NEW_YORK : ZoneId.of(parts[1]));
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException(
                    "clock cannot be '" + text + "': write \"23:45\" for New York or \"23:45 Europe/Berlin\"");
        }
    }

    private List<Doing> ends(YamlValue value, int gateway) {
        List<YamlValue> names = value instanceof YamlValue.Sequence list ? list.items() : List.of(value);
        return names.stream()
                .map(name -> end(requireText(name, "end"), gateway))
                .toList();
    }

    private static Doing end(String name, int gateway) {
        if (name.equals("all")) {
            return new Doing.EndAll();
        }
        Action action = ActionCatalogue.named(name);
        if (!action.lasts()) {
            throw new IllegalArgumentException(name + " is over at once and cannot be ended: leave it out");
        }
        return new Doing.End(action, gateway);
    }

    private static Doing doing(String name, YamlValue value, int gateway) {
        Action action = ActionCatalogue.named(name);
        return new Doing.Do(action, Arguments.of(action, arguments(action, value)), gateway);
    }

    private static Map<String, String> arguments(Action action, YamlValue value) {
        return switch (value) {
            case YamlValue.Mapping mapping -> {
                Map<String, String> all = new LinkedHashMap<>();
                mapping.entries().forEach((key, argument) -> all.put(key, requireText(argument, key)));
                yield all;
            }
            case YamlValue.Text(int _, String text) -> shortForm(action, text);
            case YamlValue.Sequence _ ->
                throw new IllegalArgumentException(action.name() + " takes no list: write " + action.example());
        };
    }

    private static Map<String, String> shortForm(Action action, String text) {
        if (text.isEmpty()
                || text.equals("~")
                || text.equals("true") && action.parameters().isEmpty()) {
            return Map.of();
        }
        if (action.parameters().isEmpty()) {
            throw new IllegalArgumentException(action.name() + " takes no arguments: write " + action.name() + ": {}");
        }
        return Map.of(action.parameters().getFirst().name(), text);
    }

    private void attempt(YamlValue about, Runnable reading) {
        try {
            reading.run();
        } catch (Located wrong) {
            problem(wrong.line, String.valueOf(wrong.getMessage()));
        } catch (IllegalArgumentException wrong) {
            problem(about.line(), String.valueOf(wrong.getMessage()));
        }
    }

    private static <T> T located(YamlValue about, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new Located(about.line(), String.valueOf(wrong.getMessage()));
        }
    }

    /** A problem that knows its line better than its step does. */
    private static final class Located extends IllegalArgumentException {

        @Serial
        private static final long serialVersionUID = 1;

        private final int line;

        Located(int line, String message) {
            super(message);
            this.line = line;
        }
    }

    private int wrong(int line, String message, int otherwise) {
        problem(line, message);
        return otherwise;
    }

    private void problem(int line, String message) {
        problems.add(source + " line " + line + ": " + message);
    }

    private static String text(Map<String, YamlValue> head, String key, String otherwise) {
        YamlValue value = head.get(key);
        String text = value == null ? null : value.text();
        return text == null ? otherwise : text;
    }

    private static YamlValue require(Map<String, YamlValue> entries, String key) {
        YamlValue value = entries.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing: write it");
        }
        return value;
    }

    static String requireText(YamlValue value, String key) {
        String text = value.text();
        if (text == null) {
            throw new IllegalArgumentException(key + " takes a single value: write it behind the colon");
        }
        return text;
    }

    static int number(@Nullable YamlValue value, String key, int otherwise, int least, int most) {
        if (value == null) {
            return otherwise;
        }
        String text = requireText(value, key);
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    key + " cannot be '" + text + "': write a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }
}
