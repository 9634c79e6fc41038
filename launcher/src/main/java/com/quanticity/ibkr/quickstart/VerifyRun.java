package com.quanticity.ibkr.quickstart;

import com.quanticity.ibkr.quickstart.platform.Application;
import com.quanticity.ibkr.quickstart.platform.Instance;
import com.quanticity.ibkr.quickstart.recording.RecordingComparison;
import com.quanticity.ibkr.quickstart.server.PostgresServer;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** {@code --verify-recording}: compares the quotes a running platform stored with the recording it plays. */
final class VerifyRun {

    private static final String ROLE = "adapter";

    private final Folders folders;
    private final PrintStream out;

    VerifyRun(Options options, Path home, PrintStream out) {
        this.folders = options.folders(home);
        this.out = out;
    }

    int run() throws CannotStartException {
        Instance instance = Instance.read(folders);
        Secrets secrets = Secrets.load(folders.secrets(), List.of(ROLE), List.of());
        String url = PostgresServer.jdbcUrl(instance.port(Port.POSTGRES));
        RecordingComparison comparison = new RecordingComparison(
                instance.recording(),
                instance.url(Application.SIMULATOR),
                () -> DriverManager.getConnection(url, ROLE, secrets.database(ROLE)),
                out);
        try {
            boolean equal = comparison.run();
            out.println(equal ? "EQUAL" : "NOT EQUAL");
            return equal ? 0 : 1;
        } catch (IOException | SQLException e) {
            throw new CannotStartException("cannot compare: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
