package com.quanticity.ibkr.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where the figures come from. */
record Machine(String processor, int cores, String system, String java, LocalDate date) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here(Clock clock) {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vendor.version", System.getProperty("java.vendor", "")) + " (Java "
                        + Runtime.version() + ")",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public String toString() {
        return date + ", " + cores + " cores " + processor + ", " + system + ", " + java;
    }

    private static String processorName() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
