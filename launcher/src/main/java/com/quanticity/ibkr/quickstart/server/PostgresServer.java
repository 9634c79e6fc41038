package com.quanticity.ibkr.quickstart.server;

import com.quanticity.ibkr.quickstart.process.ChildProcess;
import com.quanticity.ibkr.quickstart.process.Component;
import com.quanticity.ibkr.quickstart.process.Launch;
import com.quanticity.ibkr.quickstart.process.Running;
import com.quanticity.ibkr.quickstart.process.Watchdog;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL on the loopback address. Commits are durable, pages carry checksums; every role, the superuser included, needs its password;
 * there is no local socket.
 */
public final class PostgresServer {

    public static final String NAME = "postgresql";
    public static final String SUPERUSER = "postgres";
    public static final String DATABASE = "ibkr";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final String LOOPBACK = "127.0.0.1";
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Folders folders;
    private final int port;
    private final PostgresRoles roles;
    private final Secrets secrets;
    private final Watchdog watchdog;

    public PostgresServer(Folders folders, int port, Secrets secrets, List<String> roles, Watchdog watchdog) {
        this.folders = folders;
        this.port = port;
        this.secrets = secrets;
        this.roles = new PostgresRoles(port, secrets, roles);
        this.watchdog = watchdog;
    }

    public Component component() throws CannotStartException {
        URI url = URI.create("postgresql://" + LOOPBACK + ":" + port + "/" + DATABASE);
        PostgresBinaries binaries = PostgresBinaries.in(folders.servers());
        return new Component(NAME, url, log(), () -> start(binaries), () -> true, START_LIMIT);
    }

    /** The address services use. */
    public static String jdbcUrl(int port) {
        return jdbcUrl(port, DATABASE);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
    }

    private Running start(PostgresBinaries binaries) throws IOException {
        if (Files.notExists(folders.postgres())) {
            makeCluster(binaries);
        }
        List<String> command = binaries.command("postgres");
        command.addAll(List.of("-D", folders.postgres().toString(), "-p", Integer.toString(port)));
        Map<String, String> settings = Map.of(
                "listen_addresses", LOOPBACK,
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "timezone", "UTC",
                "log_timezone", "UTC");
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Launch launch =
                ChildProcess.launch(command, Map.of(), folders.data(), log(), ChildProcess.Kind.POSTMASTER, watchdog);
        Running server = launch.start();
        try {
            roles.setUp(server);
            return server;
        } catch (WrongPasswordException e) {
            server.requestEnd();
            throw new IOException(
                    "PostgreSQL refuses the password of its superuser in " + folders.secrets()
                            + ": put the old value back, or start over with --fresh",
                    e);
        } catch (IOException e) {
            server.requestEnd();
            throw new IOException(e.getMessage() + ": see " + log(), e);
        }
    }

    /** In a folder aside, so that a run killed half-way leaves nothing that looks like a cluster. */
    private void makeCluster(PostgresBinaries binaries) throws IOException {
        Path unfinished = folders.data().resolve("postgres.new");
        Path password = folders.data().resolve("postgres.password");
        if (Files.exists(unfinished)) {
            Folders.delete(unfinished);
        }
        try {
            Files.createFile(password, PRIVATE);
            Files.writeString(password, secrets.database(SUPERUSER));
            List<String> command = new ArrayList<>(binaries.command("initdb"));
            command.addAll(List.of("-D", unfinished.toString(), "-U", SUPERUSER, "--pwfile=" + password));
            command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF-8", "--locale=C.UTF-8", "--data-checksums"));
            run(command);
            Files.move(unfinished, folders.postgres(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("PostgreSQL could not make its data folder: see " + log());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Path log() {
        return folders.log(NAME);
    }
}
