package com.quanticity.ibkr.chaos;

import com.quanticity.ibkr.chaos.plan.RunPlan;
import com.quanticity.ibkr.chaos.proof.Violation;
import com.quanticity.ibkr.chaos.report.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs one after the other, on a new platform every so often and after every violation. Confined to one thread. */
final class Lane implements AutoCloseable {

    private final String name;
    private final Options options;
    private final Path home;
    private final Results results;
    private final Clock clock;
    private @Nullable Platform platform;
    private int platforms;
    private int runsOnPlatform;

    Lane(String name, Options options, Path home, Results results, Clock clock) {
        this.name = name;
        this.options = options;
        this.home = home;
        this.results = results;
        this.clock = clock;
    }

    /** @param number of the run, from 0 */
    void carryOut(RunPlan plan, int number) throws InterruptedException, IOException {
        if (platform != null && runsOnPlatform >= options.runsPerPlatform) {
            endPlatform();
        }
        Platform current = platform == null ? startPlatform() : platform;
        runsOnPlatform++;
        long begin = System.nanoTime();
        List<Violation> violations = new ArrayList<>(current.carryOut(plan, "run-" + number + "-" + plan.seed()));
        boolean tampers = violations.isEmpty() && runsOnPlatform == 1;
        if (tampers) {
            violations.addAll(current.tamper());
        }
        RunResult result = new RunResult(plan, Duration.ofNanos(System.nanoTime() - begin), violations);
        results.add(number, result, tampers);
        if (!violations.isEmpty()) {
            keep(result);
            endPlatform();
        }
    }

    private Platform startPlatform() {
        platforms++;
        runsOnPlatform = 0;
        Platform started = Platform.start(home, data(), options.seed, Duration.ofSeconds(options.patience), clock);
        platform = started;
        return started;
    }

    private void endPlatform() throws IOException {
        Platform ending = platform;
        if (ending == null) {
            return;
        }
        platform = null;
        try (ending) {
            Map<String, Integer> unasked = new TreeMap<>();
            ending.unaskedEnds().forEach((program, count) -> unasked.put(program.name(), count));
            results.addPlatform(ending.outcomes(), ending.checked(), unasked);
        }
    }

    /** Plan, violations and the platform's logs of a run that failed. */
    private void keep(RunResult result) throws IOException {
        String folderName = "seed-" + result.plan().seed() + "-" + name + "-" + platforms;
        Path folder = home.resolve("chaos/target/findings").resolve(folderName);
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>(result.plan().lines());
        result.violations().forEach(each -> lines.add(each.toString()));
        Files.write(folder.resolve("run.txt"), lines);
        try (var logs = Files.newDirectoryStream(data().resolve("logs"))) {
            for (Path log : logs) {
                Files.copy(log, folder.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        results.tell("  kept in " + folder);
    }

    private Path data() {
        Path one = Suite.data(home);
        return one.resolveSibling(one.getFileName() + "-" + name);
    }

    @Override
    public void close() throws IOException {
        endPlatform();
    }
}
