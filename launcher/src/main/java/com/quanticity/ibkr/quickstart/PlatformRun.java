package com.quanticity.ibkr.quickstart;

import com.quanticity.ibkr.quickstart.platform.Plan;
import com.quanticity.ibkr.quickstart.platform.Platform;
import com.quanticity.ibkr.quickstart.platform.StatusBoard;
import com.quanticity.ibkr.quickstart.platform.StatusLines;
import com.quanticity.ibkr.quickstart.platform.StatusTable;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.DataLock;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Market;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs the platform until Ctrl-C or SIGTERM. */
final class PlatformRun {

    private final Options options;
    private final Folders folders;
    private final PrintStream out;

    PlatformRun(Options options, Path home, PrintStream out) {
        this.options = options;
        this.folders = options.folders(home);
        this.out = out;
    }

    int run() throws CannotStartException {
        Market market = options.market();
        Plans.refuseForeign(folders);
        try (DataLock _ = DataLock.take(folders)) {
            if (options.fresh) {
                folders.deleteData();
            }
            Plan plan = Plans.make(options, folders, market);
            return run(plan);
        } catch (IOException e) {
            throw new CannotStartException("cannot release " + folders.lock() + ": " + e.getMessage(), e);
        }
    }

    private int run(Plan plan) throws CannotStartException, IOException {
        StatusBoard board = isTerminal() ? new StatusTable(out) : new StatusLines(out);
        Platform platform = Platform.prepare(plan, board);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(platform, board, stopped), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            platform.startServers();
            platform.startSimulator();
            platform.startServices();
            Welcome.lines(plan).forEach(board::say);
            stopped.await();
            return 0;
        } catch (InterruptedException e) {
            // Stopped while starting: the hook does the rest.
            Thread.currentThread().interrupt();
            return 0;
        } catch (CannotStartException e) {
            close(platform);
            Runtime.getRuntime().removeShutdownHook(hook);
            throw e;
        }
    }

    private void stop(Platform platform, StatusBoard board, CountDownLatch stopped) {
        board.say("stopping");
        close(platform);
        out.println("stopped; data kept in " + folders.data());
        out.flush();
        stopped.countDown();
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

    private static boolean isTerminal() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return terminal && !"dumb".equals(System.getenv("TERM"));
    }
}
