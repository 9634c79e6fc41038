package com.quanticity.ibkr.quickstart.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.quickstart.process.Component;
import com.quanticity.ibkr.quickstart.process.ComponentState;
import com.quanticity.ibkr.quickstart.process.RestartPause;
import com.quanticity.ibkr.quickstart.process.Supervised;
import com.quanticity.ibkr.quickstart.process.Watchdog;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Ports;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersIT {

    private static final Duration GRACE = Duration.ofSeconds(10);

    @TempDir
    Path home;

    private Folders folders;
    private Ports ports;
    private Secrets secrets;
    private Watchdog watchdog;

    @BeforeEach
    void prepare() throws CannotStartException, IOException {
        folders = Folders.of(home, home.resolve("data"));
        folders.prepare();
        ports = Ports.freeExcept(Map.of());
        secrets = Secrets.load(folders.secrets(), List.of("postgres", "adapter", "risk"), List.of());
        watchdog = Watchdog.start();
    }

    @AfterEach
    void end() throws IOException {
        watchdog.close();
    }

    @Test
    void postgresKeepsRolesApartAndSurvives() throws InterruptedException, SQLException, CannotStartException {
        Supervised postgres = postgres();
        postgres.start().join();
        try {
            assertThat(query("postgres", "select current_setting('fsync') || current_setting('synchronous_commit')"))
                    .isEqualTo("onon");
            execute("adapter", "create table adapter.kept (n int)");
            execute("adapter", "insert into adapter.kept values (42)");

            assertThatThrownBy(() -> connect("adapter", "wrong-password").close())
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> connect("postgres", "").close()).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> query("risk", "select n from adapter.kept"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute("risk", "create table public.mine (n int)"))
                    .hasMessageContaining("permission denied");

            kill(postgres);
            assertThat(query("adapter", "select n from adapter.kept")).isEqualTo("42");
        } finally {
            postgres.stop(GRACE);
        }

        Supervised nextRun = postgres();
        nextRun.start().join();
        assertThat(query("adapter", "select n from adapter.kept")).isEqualTo("42");
        nextRun.stop(GRACE);
        assertThat(folders.postgres().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void postgresSaysWhoseSuperuserPasswordIsWrong() throws InterruptedException, CannotStartException, IOException {
        Supervised postgres = postgres();
        postgres.start().join();
        postgres.stop(GRACE);
        Files.writeString(
                folders.secrets(),
                Files.readString(folders.secrets())
                        .replaceFirst("database.postgres=.*", "database.postgres=another-password"));
        secrets = Secrets.load(folders.secrets(), List.of(), List.of());

        assertThat(postgres().start())
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .withMessageContaining("PostgreSQL refuses the password of its superuser in " + folders.secrets())
                .withMessageContaining("--fresh");
    }

    @Test
    void redisKeepsItsDataOverADeath() throws InterruptedException, CannotStartException, IOException {
        Supervised redis = supervised(RedisServer.component(folders, ports.of(Port.REDIS), watchdog));
        redis.start().join();
        try {
            RedisConnection connection = new RedisConnection(ports.of(Port.REDIS));
            connection.ask("CONFIG", "SET", "appendfsync", "always");
            connection.ask("HSET", "ib:l1:SPY", "bid", "1.23");

            kill(redis);

            assertThat(connection.keys("ib:l1:*")).containsExactly("ib:l1:SPY");
            assertThat(connection.hash("ib:l1:SPY")).containsExactly("bid", "1.23");
        } finally {
            redis.stop(GRACE);
        }
    }

    private Supervised postgres() throws CannotStartException {
        return supervised(
                new PostgresServer(folders, ports.of(Port.POSTGRES), secrets, List.of("adapter", "risk"), watchdog)
                        .component());
    }

    private static Supervised supervised(Component component) {
        return new Supervised(component, RestartPause.from(Duration.ofMillis(50)), status -> {});
    }

    private static void kill(Supervised supervised) {
        long pid = Objects.requireNonNull(supervised.status().pid());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> supervised.status().state() == ComponentState.READY
                        && !Objects.equals(pid, supervised.status().pid()));
    }

    private Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(PostgresServer.jdbcUrl(ports.of(Port.POSTGRES)), role, password);
    }

    private void execute(String role, String command) throws SQLException {
        try (Connection connection = connect(role, secrets.database(role));
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private String query(String role, String query) throws SQLException {
        try (Connection connection = connect(role, secrets.database(role));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
