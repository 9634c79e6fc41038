package com.quanticity.ibkr.quickstart.server;

import com.quanticity.ibkr.quickstart.process.Running;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One database, and for each service a role that owns the schema of its name and sees no other. Made once: a password changed later in
 * the secrets file is refused, as it would be anywhere.
 */
final class PostgresRoles {

    private static final String WRONG_PASSWORD = "28P01";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final int port;
    private final Secrets secrets;
    private final List<String> roles;

    PostgresRoles(int port, Secrets secrets, List<String> roles) {
        this.port = port;
        this.secrets = secrets;
        this.roles = roles;
    }

    /** Waits until the server accepts connections, then makes what is missing. */
    void setUp(Running server) throws IOException {
        try (Connection connection = firstConnection(server);
                Statement statement = connection.createStatement()) {
            makeDatabase(statement);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refuses the set-up (" + e.getMessage() + ")", e);
        }
        try (Connection connection = connect(PostgresServer.DATABASE);
                Statement statement = connection.createStatement()) {
            makeSchemas(statement);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refuses the set-up (" + e.getMessage() + ")", e);
        }
    }

    private Connection firstConnection(Running server) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return connect(PostgresServer.SUPERUSER);
            } catch (SQLException e) {
                if (WRONG_PASSWORD.equals(e.getSQLState())) {
                    throw new WrongPasswordException(e);
                }
                if (!server.isAlive()) {
                    throw new IOException("PostgreSQL ended (" + server.ending() + ")", e);
                }
                if (System.nanoTime() > end) {
                    throw new IOException("PostgreSQL does not answer (" + e.getMessage() + ")", e);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private void makeDatabase(Statement statement) throws SQLException {
        if (isMissing(statement, "select 1 from pg_database where datname = '" + PostgresServer.DATABASE + "'")) {
            statement.execute("create database " + PostgresServer.DATABASE);
            statement.execute("revoke all on database " + PostgresServer.DATABASE + " from public");
        }
        for (String role : roles) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                statement.execute("create role " + role + " login password '" + secrets.database(role) + "'");
            }
            statement.execute("grant connect, temporary on database " + PostgresServer.DATABASE + " to " + role);
        }
    }

    private void makeSchemas(Statement statement) throws SQLException {
        statement.execute("revoke all on schema public from public");
        for (String role : roles) {
            statement.execute("create schema if not exists " + role + " authorization " + role);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                PostgresServer.jdbcUrl(port, database),
                PostgresServer.SUPERUSER,
                secrets.database(PostgresServer.SUPERUSER));
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
