package com.quanticity.ibkr.simulator.scenario;

import com.quanticity.ibkr.simulator.fault.Closest;
import com.quanticity.ibkr.simulator.wire.MessageNames;
import com.quanticity.ibkr.simulator.witness.Happening;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a step waits for: {@code third fill}, {@code 12th order}, {@code {event: fill, count: 3, client: 1}}. */
final class TriggerReader {

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,6})(?:st|nd|rd|th)");
    private static final List<String> KEYS = List.of("event", "count", "client", "symbol", "request");
    private static final List<String> WORDS =
            Arrays.stream(Happening.Kind.values()).map(Happening.Kind::word).toList();

    private TriggerReader() {}

    static Trigger read(YamlValue value) {
        return switch (value) {
            case YamlValue.Text(int _, String text) -> fromText(text);
            case YamlValue.Mapping(int _, var entries) -> fromMapping(entries);
            case YamlValue.Sequence _ -> throw new IllegalArgumentException("on takes one event: write on: third fill");
        };
    }

    private static Trigger fromText(String text) {
        String[] words = text.strip().split(" +", 2);
        if (words.length == 1) {
            return new Trigger(kind(words[0]), 1, null, null, null);
        }
        return new Trigger(kind(words[1]), ordinal(words[0]), null, null, null);
    }

    private static int ordinal(String word) {
        int index = ORDINALS.indexOf(word);
        Matcher numbered = NUMBERED.matcher(word);
        if (index < 0 && !numbered.matches()) {
            throw new IllegalArgumentException(
                    "'" + word + "' is not a number in a row: write first, second, … or 12th");
        }
        return index >= 0 ? index + 1 : Math.max(1, Integer.parseInt(numbered.group(1)));
    }

    private static Trigger fromMapping(Map<String, YamlValue> entries) {
        entries.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException("on has no " + unknown + Closest.to(unknown, KEYS));
        });
        YamlValue event = entries.get("event");
        if (event == null) {
            throw new IllegalArgumentException("on needs event: write on: {event: fill, count: 3}");
        }
        Happening.Kind kind = kind(ScenarioReader.requireText(event, "event"));
        return new Trigger(
                kind,
                ScenarioReader.number(entries.get("count"), "count", 1, 1, 1_000_000),
                client(entries.get("client")),
                text(entries.get("symbol"), "symbol"),
                request(kind, text(entries.get("request"), "request")));
    }

    private static @Nullable Integer client(@Nullable YamlValue value) {
        return value == null ? null : (Integer) ScenarioReader.number(value, "client", 0, 0, 9_999_999);
    }

    private static @Nullable String text(@Nullable YamlValue value, String key) {
        return value == null ? null : ScenarioReader.requireText(value, key);
    }

    private static @Nullable String request(Happening.Kind kind, @Nullable String name) {
        if (name == null) {
            return null;
        }
        if (kind != Happening.Kind.REQUEST) {
            throw new IllegalArgumentException("request goes with event: request only: change one of them");
        }
        if (!MessageNames.requests().contains(name)) {
            throw new IllegalArgumentException(
                    "there is no request " + name + Closest.to(name, MessageNames.requests()));
        }
        return name;
    }

    private static Happening.Kind kind(String word) {
        int index = WORDS.indexOf(word);
        if (index < 0) {
            throw new IllegalArgumentException("there is no event " + word + Closest.to(word, WORDS));
        }
        return Happening.Kind.values()[index];
    }
}
