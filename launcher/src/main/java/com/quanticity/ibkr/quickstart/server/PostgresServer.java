package com.quanticity.ibkr.quickstart.server;

import com.quanticity.ibkr.quickstart.process.Component;
import com.quanticity.ibkr.quickstart.process.LogFile;
import com.quanticity.ibkr.quickstart.process.Running;
import com.quanticity.ibkr.quickstart.process.Watchdog;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * PostgreSQL on the loopback address. Commits are durable; every role, the superuser included, needs its password; there is no local
 * socket. One database, one role for each service, which owns the schema of its name and sees no other.
 */
public final class PostgresServer {

    public static final String NAME = "postgresql";
    public static final String SUPERUSER = "postgres";
    public static final String DATABASE = "ibkr";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String AUTHENTICATION = """
            # Written by quickstart at each start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final Folders folders;
    private final int port;
    private final Secrets secrets;
    private final List<String> roles;
    private final Watchdog watchdog;

    public PostgresServer(Folders folders, int port, Secrets secrets, List<String> roles, Watchdog watchdog) {
        this.folders = folders;
        this.port = port;
        this.secrets = secrets;
        this.roles = roles;
        this.watchdog = watchdog;
    }

    public Component component() {
        return new Component(NAME, URI.create(url()), folders.log(NAME), this::start, () -> true, START_LIMIT);
    }

    private String url() {
        return "postgresql://" + LOOPBACK + ":" + port + "/" + DATABASE;
    }

    /** The address services use. */
    public static String jdbcUrl(int port) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + DATABASE;
    }

    private Running start() throws IOException {
        watchdog.postmaster(folders.postgres().resolve("postmaster.pid"));
        boolean isNew = Files.notExists(folders.postgres().resolve("PG_VERSION"));
        Redirect log = Redirect.appendTo(folders.log(NAME).toFile());
        EmbeddedPostgres server;
        try {
            if (!isNew) {
                requirePasswords();
            }
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folders.postgres())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            folders.servers().resolve("postgresql").toFile())
                    .setRegisterShutdownHook(false)
                    .setConnectConfig("password", secrets.database(SUPERUSER))
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setServerConfig("listen_addresses", LOOPBACK)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("log_timezone", "UTC")
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
        } catch (IOException | IllegalStateException e) {
            throw new IOException(reason(e), e);
        }
        try {
            setUp();
            return new PostgresProcess(server, pid());
        } catch (SQLException e) {
            server.close();
            throw new IOException("PostgreSQL refuses the superuser's set-up: " + e.getMessage(), e);
        }
    }

    private void setUp() throws SQLException, IOException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + secrets.database(SUPERUSER) + "'");
            requirePasswords();
            statement.execute("select pg_reload_conf()");
            if (isMissing(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE);
            }
            statement.execute("revoke all on database " + DATABASE + " from public");
            for (String role : roles) {
                if (isMissing(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login password '" + secrets.database(role) + "'");
                }
                statement.execute("grant connect, temporary on database " + DATABASE + " to " + role);
            }
        }
        try (Connection connection = connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("revoke all on schema public from public");
            for (String role : roles) {
                statement.execute("create schema if not exists " + role + " authorization " + role);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", secrets.database(SUPERUSER));
        return DriverManager.getConnection("jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database, login);
    }

    private void requirePasswords() throws IOException {
        Files.writeString(folders.postgres().resolve("pg_hba.conf"), AUTHENTICATION);
    }

    private long pid() throws IOException {
        Path file = folders.postgres().resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    /** The library says only that a command failed; the server's own log says why. */
    private String reason(Exception failure) throws IOException {
        List<String> lines = LogFile.lines(folders.log(NAME));
        for (String line : lines.reversed()) {
            if (line.contains("password authentication failed")) {
                return "PostgreSQL refuses the password of its superuser in " + folders.secrets()
                        + ": put the old value back, or start over with --fresh";
            }
            int fatal = line.indexOf("FATAL:");
            if (fatal >= 0) {
                return line.substring(fatal + "FATAL:".length()).strip() + ": see " + folders.log(NAME);
            }
        }
        return failure.getMessage() + ": see " + folders.log(NAME);
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
