package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.inspect.RequestComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our codec against golden frames. */
@Command(
        name = "check",
        sortOptions = false,
        usageHelpWidth = 110,
        description =
                "Checks this codec against vector files, one JSON object a line: requests (encoder, args, hex) are"
                        + " written and read back, events (callback, args, hex) are decoded.",
        footer = "%nExit code 0: all passed; 1: some failed; 2: cannot run.")
final class CheckCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Vector files.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--show",
            paramLabel = "N",
            description = "Failed vectors to show of each file; ${DEFAULT-VALUE} otherwise.")
    private int shown = 5;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        int failed = 0;
        for (Path file : files) {
            failed += check(file);
        }
        console.out().flush();
        return failed == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private int check(Path file) throws IOException {
        int passed = 0;
        int failed = 0;
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode vector = vector(file, number, line);
            List<String> differences =
                    vector.has("callback") ? EventCheck.differences(vector) : RequestComparison.differences(vector);
            if (differences.isEmpty()) {
                passed++;
            } else if (failed++ < shown) {
                console.out()
                        .println("FAILED " + file.getFileName() + ":" + number + " "
                                + vector.path("name").asString() + " at version "
                                + vector.path("serverVersion").asInt() + " (ours / the vector's)");
                differences.stream()
                        .limit(shown)
                        .forEach(difference -> console.out().println("  " + difference));
            }
        }
        console.out().println(file.getFileName() + ": " + passed + " passed, " + failed + " failed");
        return failed;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("no file " + file + ": check the name");
        }
    }

    private static JsonNode vector(Path file, int number, String line) {
        try {
            JsonNode vector = JSON.readTree(line);
            if (vector.path("hex").isString() && vector.path("serverVersion").isInt()) {
                return vector;
            }
        } catch (JacksonException e) {
            throw notVectors(file, number);
        }
        throw notVectors(file, number);
    }

    private static UsageException notVectors(Path file, int number) {
        return new UsageException(file + " line " + number
                + " is no vector: give files whose lines are JSON objects with" + " hex and serverVersion");
    }
}
