package com.quanticity.ibkr.simulator;

import java.time.DateTimeException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody typed behind the program's name, as {@code --name value} or {@code --name=value}. */
final class GivenOptions {

    private final Map<String, String> given = new LinkedHashMap<>();

    /**
     * Takes the words apart.
     *
     * @param valued options that need a value
     * @param flags options that have none
     * @throws UsageException when an option is unknown, doubled or without its value
     */
    GivenOptions(List<String> words, Collection<String> valued, Collection<String> flags) {
        for (int i = 0; i < words.size(); i++) {
            String[] parts = words.get(i).split("=", 2);
            String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
            if (flags.contains(name) && parts.length == 1) {
                put(name, "");
                continue;
            }
            if (!valued.contains(name)) {
                throw unknown(words.get(i), valued, flags);
            }
            if (parts.length == 1 && (i + 1 == words.size() || words.get(i + 1).startsWith("--"))) {
                throw new UsageException("option --" + name + " needs a value: see --help");
            }
            put(name, parts.length == 2 ? parts[1] : words.get(++i));
        }
    }

    private static UsageException unknown(String word, Collection<String> valued, Collection<String> flags) {
        TreeSet<String> names = new TreeSet<>(valued);
        names.addAll(flags);
        return new UsageException("unknown option " + word + ": choose from "
                + String.join(" ", names.stream().map(name -> "--" + name).toList()) + ", or see --help");
    }

    private void put(String name, String value) {
        if (given.put(name, value) != null) {
            throw new UsageException("option --" + name + " is given twice: give it once");
        }
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    @Nullable String text(String name) {
        return given.get(name);
    }

    int number(String name, int byDefault, int least, int most) {
        int number = value(name, "a whole number", Integer::parseInt).orElse(byDefault);
        if (number < least || number > most) {
            throw new UsageException("--" + name + " " + number + " is not possible: give " + least + " to " + most);
        }
        return number;
    }

    /**
     * Reads a value.
     *
     * @param shape what to give instead when it is not readable
     */
    <T> Optional<T> value(String name, String shape, Function<String, T> parse) {
        String text = given.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new UsageException("--" + name + " " + text + " is not readable: give " + shape);
        }
    }
}
