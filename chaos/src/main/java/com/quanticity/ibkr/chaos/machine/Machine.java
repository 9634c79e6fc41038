package com.quanticity.ibkr.chaos.machine;

import com.quanticity.ibkr.quickstart.platform.Application;
import com.quanticity.ibkr.quickstart.process.ChildProcess;
import com.quanticity.ibkr.quickstart.process.Component;
import com.quanticity.ibkr.quickstart.process.Launch;
import com.quanticity.ibkr.quickstart.process.Running;
import com.quanticity.ibkr.quickstart.process.Watchdog;
import com.quanticity.ibkr.quickstart.server.PostgresServer;
import com.quanticity.ibkr.quickstart.server.RedisConnection;
import com.quanticity.ibkr.quickstart.server.RedisServer;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.DataLock;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Ports;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The platform under test: real processes on free ports and new data. Each can be killed and started again; what dies by itself stays
 * dead until {@link #revive}. Thread-safe for different programs.
 */
public final class Machine implements AutoCloseable {

    private static final List<Program> SERVICES =
            List.of(Program.ADAPTER, Program.RISK, Program.ENGINE, Program.CONSOLE);
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration TRAINING_LIMIT = Duration.ofMinutes(10);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int POSTGRES_ATTEMPTS = 50;

    private final Folders folders;
    private final Ports ports;
    private final Secrets secrets;
    private final Watchdog watchdog;
    private final DataLock lock;
    private final Map<Program, Launch> launches = new EnumMap<>(Program.class);
    private final Map<Program, Running> running = new EnumMap<>(Program.class);
    private final Map<Program, Integer> unasked = new EnumMap<>(Program.class);

    private Machine(Folders folders, Ports ports, Secrets secrets, Watchdog watchdog, DataLock lock) {
        this.folders = folders;
        this.ports = ports;
        this.secrets = secrets;
        this.watchdog = watchdog;
        this.lock = lock;
    }

    /** Makes the caches that let services start sooner, unless they are there; the platform runs once for it. */
    public static void train(Path home, Path data, int gatewayPort) {
        if (SERVICES.stream()
                .allMatch(each -> ServiceJar.of(service(each), home).isTrained())) {
            return;
        }
        try (Machine machine = start(home, data, gatewayPort, Map.of(), true)) {
            List<Running> ending = new ArrayList<>();
            for (Program program : SERVICES) {
                Running process = machine.remove(program);
                if (process != null) {
                    process.requestEnd();
                    ending.add(process);
                }
            }
            await("making of the caches", TRAINING_LIMIT, () -> ending.stream().noneMatch(Running::isAlive));
        }
    }

    /**
     * Starts everything on an emptied data folder; returns when all is ready to trade.
     *
     * @param home the project's root folder, whose jars are run
     * @param data emptied first
     * @param gatewayPort of the simulator on this machine
     */
    public static Machine start(Path home, Path data, int gatewayPort) {
        return start(home, data, gatewayPort, Map.of());
    }

    /** The same with more settings, as environment variables of each service. */
    public static Machine start(Path home, Path data, int gatewayPort, Map<Program, Map<String, String>> settings) {
        return start(home, data, gatewayPort, settings, false);
    }

    private static Machine start(
            Path home, Path data, int gatewayPort, Map<Program, Map<String, String>> settings, boolean training) {
        try {
            Folders folders = Folders.of(home, data);
            DataLock lock = DataLock.take(folders);
            folders.deleteData();
            folders.prepare();
            List<String> roles = new ArrayList<>(Application.roles());
            roles.add(PostgresServer.SUPERUSER);
            Machine machine = new Machine(
                    folders,
                    Ports.freeExcept(Map.of()),
                    Secrets.load(folders.secrets(), roles, ServiceSettings.CONSOLE_USERS),
                    Watchdog.start(),
                    lock);
            machine.plan(gatewayPort, settings, training);
            machine.startAll();
            return machine;
        } catch (CannotStartException | IOException e) {
            throw new MachineException("the platform did not start: " + e.getMessage(), e);
        }
    }

    private void plan(int gatewayPort, Map<Program, Map<String, String>> settings, boolean training)
            throws CannotStartException {
        launches.put(
                Program.REDIS,
                RedisServer.component(folders, ports.of(Port.REDIS), watchdog).launch());
        Component postgres = new PostgresServer(
                        folders, ports.of(Port.POSTGRES), secrets, Application.roles(), watchdog)
                .component();
        launches.put(Program.POSTGRES, postgres.launch());
        for (Program program : SERVICES) {
            Application service = service(program);
            ServiceJar jar = ServiceJar.of(service, folders.home());
            Map<String, String> environment =
                    new LinkedHashMap<>(ServiceSettings.of(service, ports, secrets, gatewayPort));
            environment.putAll(settings.getOrDefault(program, Map.of()));
            launches.put(
                    program,
                    ChildProcess.launch(
                            training ? jar.trainingCommand() : jar.command(),
                            environment,
                            folders.data(),
                            log(program),
                            ChildProcess.Kind.SERVICE,
                            watchdog));
        }
    }

    private void startAll() throws IOException {
        start(Program.REDIS);
        await("Redis", START_LIMIT, this::isRedisReady);
        new RedisConnection(ports.of(Port.REDIS)).declareFirstStart();
        start(Program.POSTGRES);
        for (Program program : SERVICES) {
            start(program);
        }
        Set<Program> missing = awaitTrading(START_LIMIT);
        if (!missing.isEmpty()) {
            throw new MachineException(
                    missing + " did not get ready within " + START_LIMIT.toSeconds() + " s, see " + folders.logs());
        }
    }

    /** Starts it again; returns when the process runs, PostgreSQL when it answers. */
    public void start(Program program) {
        try {
            put(
                    program,
                    program == Program.POSTGRES
                            ? startPostgres()
                            : launch(program).start());
        } catch (IOException e) {
            throw new MachineException(program + " did not start, see " + log(program), e);
        }
    }

    /** What the killed server left behind in shared memory goes when the last of its children has noticed. */
    private Running startPostgres() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return launch(Program.POSTGRES).start();
            } catch (IOException e) {
                if (attempt == POSTGRES_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /** {@code kill -9}; returns when the process is gone. */
    public void kill(Program program) {
        Running process = remove(program);
        if (process != null) {
            process.kill();
            await("end of " + program, GRACE, () -> !process.isAlive());
        }
    }

    /** Starts again what ended by itself, as a supervisor would. */
    public synchronized void revive() {
        for (Program program : List.copyOf(running.keySet())) {
            Running process = running.get(program);
            if (process != null && !process.isAlive()) {
                unasked.merge(program, 1, Integer::sum);
                start(program);
            }
        }
    }

    /** How often a program ended without being killed. */
    public synchronized Map<Program, Integer> unaskedEnds() {
        return Map.copyOf(unasked);
    }

    /** Waits until everything says that it can trade; gives what does not within the limit. */
    public Set<Program> awaitTrading(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            revive();
            Set<Program> missing = EnumSet.allOf(Program.class);
            missing.removeIf(this::canTrade);
            if (missing.isEmpty() || System.nanoTime() > end) {
                return missing;
            }
            pause();
        }
    }

    private boolean canTrade(Program program) {
        return switch (program) {
            case REDIS -> isRedisReady();
            case POSTGRES -> true;
            case RISK, CONSOLE -> answers(program, "readiness");
            case ADAPTER, ENGINE -> answers(program, "trading");
        };
    }

    private boolean isRedisReady() {
        return new RedisConnection(ports.of(Port.REDIS)).isReady();
    }

    private boolean answers(Program program, String group) {
        try {
            URI address = url(program).resolve("/actuator/health/" + group);
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(2_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Base address of a service's HTTP interface. */
    public URI url(Program program) {
        return URI.create("http://127.0.0.1:" + ports.of(service(program).port()));
    }

    public String token() {
        return secrets.serviceToken();
    }

    public String jdbcUrl() {
        return PostgresServer.jdbcUrl(ports.of(Port.POSTGRES));
    }

    public String superuserPassword() {
        return secrets.database(PostgresServer.SUPERUSER);
    }

    /** Names of the streams that hold messages nobody could handle. */
    public List<String> deadLetterStreams() throws IOException {
        return new RedisConnection(ports.of(Port.REDIS)).keys("*.dead");
    }

    public Path log(Program program) {
        return folders.log(
                switch (program) {
                    case REDIS -> RedisServer.NAME;
                    case POSTGRES -> PostgresServer.NAME;
                    case ADAPTER, RISK, ENGINE, CONSOLE -> service(program).module();
                });
    }

    @Override
    public void close() {
        for (Program program : List.of(Program.CONSOLE, Program.ENGINE, Program.RISK, Program.ADAPTER, Program.REDIS)) {
            kill(program);
        }
        Running postgres = remove(Program.POSTGRES);
        if (postgres != null) {
            postgres.requestEnd();
            await("end of PostgreSQL", GRACE, () -> !postgres.isAlive());
        }
        try {
            watchdog.close();
            lock.close();
        } catch (IOException e) {
            throw new MachineException("the watchdog or the lock did not end", e);
        }
    }

    private Launch launch(Program program) {
        Launch launch = launches.get(program);
        if (launch == null) {
            throw new IllegalStateException(program + " is not planned");
        }
        return launch;
    }

    private synchronized void put(Program program, Running process) {
        running.put(program, process);
    }

    private synchronized @Nullable Running remove(Program program) {
        return running.remove(program);
    }

    private static Application service(Program program) {
        return switch (program) {
            case ADAPTER -> Application.ADAPTER;
            case RISK -> Application.RISK;
            case ENGINE -> Application.ENGINE;
            case CONSOLE -> Application.CONSOLE;
            case REDIS, POSTGRES -> throw new IllegalArgumentException(program + " is no service");
        };
    }

    private static void await(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new MachineException(what + ": not within " + limit.toSeconds() + " s");
            }
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
}
