package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.process.ChildProcess;
import com.quanticity.ibkr.quickstart.process.Component;
import com.quanticity.ibkr.quickstart.process.ComponentFailedException;
import com.quanticity.ibkr.quickstart.process.ComponentStatus;
import com.quanticity.ibkr.quickstart.process.LogFile;
import com.quanticity.ibkr.quickstart.process.Supervised;
import com.quanticity.ibkr.quickstart.process.Watchdog;
import com.quanticity.ibkr.quickstart.server.PostgresServer;
import com.quanticity.ibkr.quickstart.server.RedisConnection;
import com.quanticity.ibkr.quickstart.server.RedisServer;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Port;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The platform as child processes: servers, then the simulator, then the services. {@link #stop} stops them in the opposite order;
 * stopping twice, or from another thread while it still starts, is safe.
 */
public final class Platform {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration SERVICE_GRACE = Duration.ofSeconds(8);
    private static final Duration SERVER_GRACE = Duration.ofSeconds(8);

    private final Plan plan;
    private final StatusBoard board;
    private final InstanceFile instance;
    private final Watchdog watchdog;

    private final List<Supervised> servers = new ArrayList<>();
    private final List<Supervised> applications = new ArrayList<>();
    private boolean closing;

    private Platform(Plan plan, StatusBoard board, Watchdog watchdog) {
        this.plan = plan;
        this.board = board;
        this.instance = new InstanceFile(plan);
        this.watchdog = watchdog;
    }

    /** Nothing is started yet; every jar is there and the watchdog runs. */
    public static Platform prepare(Plan plan, StatusBoard board) throws CannotStartException {
        for (Application application : plan.applications()) {
            UnpackedApplication.jar(application, plan.folders().home());
        }
        try {
            return new Platform(plan, board, Watchdog.start());
        } catch (IOException e) {
            throw new CannotStartException(
                    "cannot start the watchdog (" + e.getMessage() + "): install 'setsid' (package util-linux)", e);
        }
    }

    /** Starts Redis and PostgreSQL; returns when both are ready. */
    public void startServers() throws CannotStartException, InterruptedException {
        Folders folders = plan.folders();
        int redisPort = plan.ports().of(Port.REDIS);
        int postgresPort = plan.ports().of(Port.POSTGRES);
        Component redis = RedisServer.component(folders, redisPort, watchdog);
        Component postgres =
                new PostgresServer(folders, postgresPort, plan.secrets(), Application.roles(), watchdog).component();
        var ready = begin(servers, List.of(redis, postgres));
        // Unpacking new builds takes its time; the servers start meanwhile.
        for (Application application : plan.applications()) {
            UnpackedApplication.of(application, folders);
        }
        await(ready);
        declareFirstStart(redisPort);
    }

    /** This Redis is for the services of this launcher alone, and none runs yet: nobody has to wait for a holder it forgot. */
    private static void declareFirstStart(int redisPort) throws CannotStartException {
        try {
            new RedisConnection(redisPort).declareFirstStart();
        } catch (IOException e) {
            throw new CannotStartException("cannot write to Redis (" + e.getMessage() + "): look at its log", e);
        }
    }

    /** Starts the simulator, when the plan has one; returns when it is ready. */
    public void startSimulator() throws CannotStartException, InterruptedException {
        if (plan.isSimulated()) {
            start(applications, List.of(component(Application.SIMULATOR)));
        }
    }

    /** Starts the five services at once; returns when all are ready. */
    public void startServices() throws CannotStartException, InterruptedException {
        List<Component> services = new ArrayList<>();
        for (Application service : Application.services()) {
            services.add(component(service));
        }
        start(applications, services);
    }

    /** Every component started so far. */
    public synchronized List<ComponentStatus> status() {
        List<ComponentStatus> all = new ArrayList<>();
        servers.forEach(each -> all.add(each.status()));
        applications.forEach(each -> all.add(each.status()));
        return all;
    }

    /** Stops everything that was started; returns when nothing runs any more. */
    public void stop() throws InterruptedException, IOException {
        synchronized (this) {
            closing = true;
        }
        // The simulator was started first and stops last, so that no service sees its gateway go.
        stopAll(applications.stream().skip(plan.isSimulated() ? 1 : 0).toList(), SERVICE_GRACE);
        stopAll(applications, SERVICE_GRACE);
        stopAll(servers, SERVER_GRACE);
        watchdog.close();
        instance.remove();
    }

    private Component component(Application application) throws CannotStartException {
        Path jar = UnpackedApplication.of(application, plan.folders());
        URI url = plan.url(application);
        boolean simulator = application == Application.SIMULATOR;
        List<String> command = JavaCommand.of(jar, simulator ? SimulatorCommand.arguments(plan) : List.of());
        Path log = plan.folders().log(application.module());
        return new Component(
                application.module(),
                url,
                log,
                ChildProcess.launch(
                        command,
                        ServiceEnvironment.of(application, plan),
                        plan.folders().data(),
                        log,
                        ChildProcess.Kind.SERVICE,
                        watchdog),
                new HttpReadiness(url.resolve(simulator ? "/actuator/health" : "/actuator/health/readiness")),
                START_LIMIT);
    }

    private void start(List<Supervised> group, List<Component> components)
            throws CannotStartException, InterruptedException {
        await(begin(group, components));
    }

    private List<CompletableFuture<Duration>> begin(List<Supervised> group, List<Component> components)
            throws CannotStartException, InterruptedException {
        List<CompletableFuture<Duration>> ready = new ArrayList<>();
        synchronized (this) {
            if (closing) {
                throw new InterruptedException("the platform stops");
            }
            for (Component component : components) {
                rotate(component.log());
                Supervised supervised = new Supervised(component, plan.restartPause(), this::onChange);
                group.add(supervised);
                ready.add(supervised.start());
            }
        }
        return ready;
    }

    private void await(List<CompletableFuture<Duration>> ready) throws CannotStartException, InterruptedException {
        // The first to fail ends the waiting: the others may wait for it in vain.
        CompletableFuture<Void> failed = new CompletableFuture<>();
        CompletableFuture<?>[] watched = ready.stream()
                .map(each -> each.whenComplete((time, failure) -> {
                    if (failure != null) {
                        failed.completeExceptionally(failure);
                    }
                }))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(watched), failed).get();
        } catch (ExecutionException e) {
            throw explain(e.getCause());
        } catch (CancellationException e) {
            throw new InterruptedException("the platform stops");
        }
    }

    private CannotStartException explain(@Nullable Throwable failure) throws InterruptedException {
        return switch (failure) {
            case ComponentFailedException failed ->
                FailureReport.of(failed, plan.folders().secrets());
            case CancellationException cancelled -> throw new InterruptedException("the platform stops");
            case null, default -> throw new IllegalStateException("a component failed in an unknown way", failure);
        };
    }

    private static void rotate(Path log) throws CannotStartException {
        try {
            LogFile.rotate(log);
        } catch (IOException e) {
            throw new CannotStartException("cannot write " + log + " (" + e + "): free some space", e);
        }
    }

    private void onChange(ComponentStatus status) {
        board.show(status);
        try {
            instance.update(status);
        } catch (IOException e) {
            board.say("cannot write " + plan.folders().instance() + " (" + e + "): free some space");
        }
    }

    private static void stopAll(List<Supervised> group, Duration grace) throws InterruptedException {
        List<Thread> stopping = new ArrayList<>();
        for (Supervised each : List.copyOf(group)) {
            stopping.add(Thread.ofVirtual().start(() -> {
                try {
                    each.stop(grace);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread thread : stopping) {
            thread.join();
        }
    }
}
