package com.quanticity.ibkr.quickstart;

import com.quanticity.ibkr.quickstart.check.CheckFailedException;
import com.quanticity.ibkr.quickstart.check.PlatformCheck;
import com.quanticity.ibkr.quickstart.platform.Plan;
import com.quanticity.ibkr.quickstart.platform.Platform;
import com.quanticity.ibkr.quickstart.platform.StatusLines;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.DataLock;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Market;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** {@code --check}: the whole path once, on free ports and new data, reported as one JSON line. */
final class CheckRun {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final Options options;
    private final Path home;
    private final PrintStream out;
    private final PrintStream err;

    CheckRun(Options options, Path home, PrintStream out, PrintStream err) {
        this.options = options;
        this.home = home;
        this.out = out;
        this.err = err;
    }

    int run() throws CannotStartException {
        Market market = options.market();
        Path given = options.data;
        if (given == null) {
            return runOnTemporaryData(market);
        }
        return run(market, Folders.of(home, given)) ? 0 : 1;
    }

    private int runOnTemporaryData(Market market) throws CannotStartException {
        try {
            Folders folders = Folders.of(home, Files.createTempDirectory("quickstart-check-"));
            boolean keep = false;
            try {
                keep = !run(market, folders);
                return keep ? 1 : 0;
            } finally {
                // Logs explain a failed check; a check that could not begin has none.
                if (!keep) {
                    Folders.delete(folders.data());
                }
            }
        } catch (IOException e) {
            throw new CannotStartException("no temporary folder (" + e.getMessage() + "): give one with --data DIR", e);
        }
    }

    private boolean run(Market market, Folders folders) throws CannotStartException {
        Plans.refuseForeign(folders);
        try (DataLock _ = DataLock.take(folders)) {
            if (options.fresh) {
                folders.deleteData();
            }
            return run(Plans.make(options, folders, market));
        } catch (IOException e) {
            throw new CannotStartException("cannot release " + folders.lock() + ": " + e.getMessage(), e);
        }
    }

    private static void giveUp(PlatformCheck check, Platform platform) {
        check.giveUp();
        close(platform);
    }

    private boolean run(Plan plan) throws CannotStartException {
        Platform platform = Platform.prepare(plan, new StatusLines(err));
        Thread hook = new Thread(() -> close(platform), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        PlatformCheck check = new PlatformCheck(plan, platform);
        // The deadline ends the platform; whatever the check waits for then fails at once.
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                () -> giveUp(check, platform),
                CompletableFuture.delayedExecutor(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        Map<String, Object> report = new LinkedHashMap<>();
        boolean passed = false;
        try {
            report.put("passed", true);
            report.putAll(check.run());
            passed = true;
        } catch (CheckFailedException e) {
            report.put("passed", false);
            report.putAll(e.report());
            err.println("quickstart: check failed at " + e.step() + ": " + e.getMessage());
            err.println("quickstart: logs kept in " + plan.folders().logs());
        } catch (CannotStartException e) {
            report.put("passed", false);
            report.put("failed", "start");
            report.put("reason", String.valueOf(e.getMessage()));
            err.println("quickstart: check failed: " + e.getMessage());
        } finally {
            alarm.cancel(false);
            long begin = System.nanoTime();
            close(platform);
            report.put("stopMillis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        out.println(JSON.writeValueAsString(report));
        out.flush();
        return passed;
    }

    private static void close(Platform platform) {
        try {
            platform.stop();
        } catch (IOException e) {
            throw new IllegalStateException("the platform did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
