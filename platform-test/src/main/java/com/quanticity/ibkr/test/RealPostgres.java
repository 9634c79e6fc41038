package com.quanticity.ibkr.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * The PostgreSQL of this test run: one server for the whole JVM, started on first use. Each {@link #freshDatabase} is empty and no other
 * test sees it.
 *
 * <p>{@link #stop} and {@link #start} play an outage: same port, data kept. A test that stops it starts it again in its clean-up.
 *
 * <p>This class is thread-safe.
 */
public final class RealPostgres {

    private static final int PORT_IN_CONTAINER = 5432;
    private static final String SUPERUSER = "postgres";
    private static final String SUPERUSER_PASSWORD = "postgres";
    private static final String OWNER = "ibkr_test";
    private static final String OWNER_PASSWORD = "ibkr_test_password";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Holder {
        static final TestServer SERVER = create();
    }

    private RealPostgres() {}

    public static String host() {
        return Holder.SERVER.host();
    }

    public static int port() {
        return Holder.SERVER.port();
    }

    /** The maintenance database; tests use a {@link #freshDatabase}. */
    public static String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    /** An empty database, owned by an ordinary role. */
    public static FreshDatabase freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("create database " + name + " owner " + OWNER);
        return new FreshDatabase(jdbcUrl(name), OWNER, OWNER_PASSWORD);
    }

    static void drop(FreshDatabase database) {
        String url = database.jdbcUrl();
        execute("drop database " + url.substring(url.lastIndexOf('/') + 1) + " with (force)");
    }

    /** Runs statements in a database as the superuser, whom no right and no trigger stops. */
    public static void asSuperuser(FreshDatabase database, String sql) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), SUPERUSER, SUPERUSER_PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica;" + sql);
        } catch (SQLException e) {
            throw new IllegalStateException("'" + sql + "' failed", e);
        }
    }

    /** Sets {@code spring.datasource.*} to a {@link #freshDatabase}; call it in a {@code @DynamicPropertySource}. */
    public static void register(DynamicPropertyRegistry registry) {
        FreshDatabase database = freshDatabase();
        registry.add("spring.datasource.url", database::jdbcUrl);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
    }

    /** Takes PostgreSQL away; returns when it is gone and its connections are cut. */
    public static synchronized void stop() {
        Holder.SERVER.stop();
    }

    /** Brings PostgreSQL back on the same port with its data; returns when it answers. */
    public static synchronized void start() {
        Holder.SERVER.start();
        Patience.until("PostgreSQL answers", () -> execute("select 1"));
    }

    public static synchronized boolean isRunning() {
        return Holder.SERVER.isRunning();
    }

    private static TestServer create() {
        TestServer server = LocalImages.firstOf("timescale/timescaledb:latest-pg17", "postgres:17")
                .<TestServer>map(RealPostgres::container)
                .orElseGet(EmbeddedPostgresql::new);
        server.start();
        Patience.until(
                "PostgreSQL takes its test role",
                () -> execute(server, "create role " + OWNER + " login createrole password '" + OWNER_PASSWORD + "'"));
        return server;
    }

    private static ContainerServer container(String image) {
        return new ContainerServer(
                image,
                PORT_IN_CONTAINER,
                Map.of("POSTGRES_PASSWORD", SUPERUSER_PASSWORD),
                // The first time is the server that only initialises the data directory.
                Wait.forLogMessage(".*database system is ready to accept connections.*\\s", 2));
    }

    private static void execute(String sql) {
        try {
            execute(Holder.SERVER, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "'" + sql + "' failed: is the test PostgreSQL stopped? Call RealPostgres.start().", e);
        }
    }

    private static void execute(TestServer server, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(jdbcUrl(server, "postgres"), SUPERUSER, SUPERUSER_PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String jdbcUrl(String database) {
        return jdbcUrl(Holder.SERVER, database);
    }

    private static String jdbcUrl(TestServer server, String database) {
        return "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + database;
    }
}
