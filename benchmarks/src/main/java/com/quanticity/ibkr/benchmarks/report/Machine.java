package com.quanticity.ibkr.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Where the figures come from.
 *
 * @param loadBefore runnable threads of the minute before: what the figures had to share the machine with
 */
public record Machine(String processor, int cores, String system, String java, LocalDate date, double loadBefore) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    public static Machine here(Clock clock) {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vendor.version", System.getProperty("java.vendor", "")) + " (Java "
                        + Runtime.version() + ")",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    @Override
    public String toString() {
        return date + ", " + cores + " cores " + processor + ", " + system + ", " + java + ", load before the run "
                + String.format(Locale.ROOT, "%.1f", loadBefore);
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
