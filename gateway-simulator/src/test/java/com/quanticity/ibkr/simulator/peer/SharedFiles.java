package com.quanticity.ibkr.simulator.peer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the shared facts beside the project; tests that need them are skipped without. */
public final class SharedFiles {

    private SharedFiles() {}

    public static Path require(String name) {
        Path found = Stream.of("../../shared", "../shared")
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(""));
        assumeTrue(!found.toString().isEmpty(), "no ../shared/" + name);
        return found;
    }
}
