package com.quanticity.ibkr.chaos.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine in a line. */
final class Hardware {

    private Hardware() {}

    static String text() {
        return Runtime.getRuntime().availableProcessors() + " cores of " + model() + ", Java "
                + Runtime.version().feature();
    }

    private static String model() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("an unknown processor");
        } catch (IOException e) {
            return "an unknown processor";
        }
    }
}
