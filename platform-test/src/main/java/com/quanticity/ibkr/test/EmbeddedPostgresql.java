package com.quanticity.ibkr.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL from a Maven artifact. A commit survives the death of the server or of its client, as in production; that of the machine is
 * no test's subject, and nothing waits for its disk. Passwords are checked for every role but the superuser, whom the library itself uses
 * without one.
 */
final class EmbeddedPostgresql implements TestServer {

    private static final String AUTHENTICATION = """
            local all all trust
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** A busy machine with slow disks needs more than the library's ten seconds after an outage test. */
    private static final Duration STARTUP_WAIT = Duration.ofMinutes(1);

    private static final Duration SHUTDOWN_WAIT = Duration.ofMinutes(1);

    private final int port = FreePort.find();
    private final Path folder;
    private final Path data;

    private @Nullable EmbeddedPostgres server;
    private @Nullable Watchdog watchdog;

    EmbeddedPostgresql() {
        try {
            folder = Files.createTempDirectory("ibkr-test-postgresql-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for PostgreSQL", e);
        }
        data = folder.resolve("data");
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        if (server != null) {
            return;
        }
        try {
            EmbeddedPostgres started = launch();
            server = started;
            watchdog = Watchdog.watch(pid(), folder);
            checkPasswords(started);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(
                    "embedded PostgreSQL did not start on port " + port + ", see " + folder.resolve("server.log"), e);
        }
    }

    @Override
    public void stop() {
        EmbeddedPostgres running = server;
        if (running == null) {
            return;
        }
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(pid());
            running.close();
            process.ifPresent(EmbeddedPostgresql::awaitEnd);
        } catch (IOException e) {
            throw new UncheckedIOException("embedded PostgreSQL did not stop", e);
        }
        server = null;
        if (watchdog != null) {
            watchdog.dismiss();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    private EmbeddedPostgres launch() throws IOException {
        Redirect log = Redirect.appendTo(folder.resolve("server.log").toFile());
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP_WAIT)
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "on")
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    private void checkPasswords(EmbeddedPostgres started) throws IOException, SQLException {
        Files.writeString(data.resolve("pg_hba.conf"), AUTHENTICATION);
        try (Connection connection = started.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    /** The library waits five seconds for the checkpoint of a shutdown, and goes on when it is not done. */
    private static void awaitEnd(ProcessHandle process) {
        try {
            var _ = process.onExit().get(SHUTDOWN_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("embedded PostgreSQL did not stop within " + SHUTDOWN_WAIT, e);
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }
}
