package com.quanticity.ibkr.quickstart;

import com.quanticity.ibkr.quickstart.platform.Application;
import com.quanticity.ibkr.quickstart.platform.Instance;
import com.quanticity.ibkr.quickstart.recording.FillPrices;
import com.quanticity.ibkr.quickstart.recording.RecordingComparison;
import com.quanticity.ibkr.quickstart.recording.RecordingComparison.Connections;
import com.quanticity.ibkr.quickstart.server.PostgresServer;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** {@code --verify-recording}: compares the quotes a running platform stored with the recording it plays. */
final class VerifyRun {

    private final Folders folders;
    private final PrintStream out;

    VerifyRun(Options options, Path home, PrintStream out) {
        this.folders = options.folders(home);
        this.out = out;
    }

    int run() throws CannotStartException {
        Instance instance = Instance.read(folders);
        Secrets secrets = Secrets.load(folders.secrets(), List.of(PostgresServer.SUPERUSER), List.of());
        String url = PostgresServer.jdbcUrl(instance.port(Port.POSTGRES));
        // Only the superuser sees the schemas of two services.
        Connections database = () ->
                DriverManager.getConnection(url, PostgresServer.SUPERUSER, secrets.database(PostgresServer.SUPERUSER));
        RecordingComparison comparison =
                new RecordingComparison(instance.recording(), instance.url(Application.SIMULATOR), database, out);
        try (Connection connection = database.open()) {
            boolean equal = comparison.run();
            equal &= new FillPrices(connection, out).areQuoted();
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
