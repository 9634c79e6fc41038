package com.quanticity.ibkr.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {

    @TempDir
    Path folder;

    private final BlockingQueue<ComponentStatus> changes = new LinkedBlockingQueue<>();
    private Watchdog watchdog;

    @BeforeEach
    void startWatchdog() throws IOException {
        watchdog = Watchdog.start();
    }

    @AfterEach
    void endWatchdog() throws IOException {
        watchdog.close();
    }

    @Test
    void becomesReadyAndStopsInGoodOrder() throws InterruptedException {
        Supervised sleeper = supervised("sleep 60", () -> true, Duration.ofSeconds(10));

        sleeper.start().join();
        long pid = pid(sleeper);
        sleeper.stop(Duration.ofSeconds(5));

        assertThat(states())
                .containsExactly(
                        ComponentState.STARTING, ComponentState.STARTING, ComponentState.READY, ComponentState.STOPPED);
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void startsAgainAfterADeath() throws InterruptedException {
        Supervised sleeper = supervised("sleep 60", () -> true, Duration.ofSeconds(10));
        sleeper.start().join();
        long first = pid(sleeper);

        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
        await().until(() -> sleeper.status().state() == ComponentState.READY && pid(sleeper) != first);
        sleeper.stop(Duration.ofSeconds(5));

        assertThat(changes).extracting(ComponentStatus::note).contains("ended (signal 9), starting again in 50 ms");
    }

    @Test
    void givesUpOnAProcessThatNeverGotReady() {
        Supervised broken = supervised("exit 3", () -> false, Duration.ofSeconds(10));

        assertThat(broken.start())
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(ComponentFailedException.class)
                .withMessage("child did not start: exit code 3");
        assertThat(broken.status().state()).isEqualTo(ComponentState.FAILED);
    }

    @Test
    void killsAProcessThatStaysSilentTooLong() {
        Supervised silent = supervised("sleep 60", () -> false, Duration.ofMillis(300));

        assertThat(silent.start())
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .havingCause()
                .withMessage("child did not start: not ready after 0 s");
    }

    @Test
    void killsAProcessThatDoesNotListen() throws InterruptedException, IOException {
        Path ready = folder.resolve("ready");
        Supervised deaf = supervised(
                "trap '' TERM; touch " + ready + "; while :; do sleep 1; done",
                () -> Files.exists(ready),
                Duration.ofSeconds(10));
        deaf.start().join();
        long pid = pid(deaf);

        deaf.stop(Duration.ofMillis(200));

        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void stopsWhileItStillStarts() throws InterruptedException {
        Supervised slow = supervised("sleep 60", () -> false, Duration.ofMinutes(1));
        var ready = slow.start();
        await().until(() -> slow.status().pid() != null);

        slow.stop(Duration.ofSeconds(5));

        assertThat(ready).isCancelled();
        assertThat(slow.status().state()).isEqualTo(ComponentState.STOPPED);
    }

    private Supervised supervised(String script, BooleanSupplier readiness, Duration limit) {
        Path log = folder.resolve("child.log");
        Launch launch = ChildProcess.launch(
                List.of("sh", "-c", script), Map.of(), folder, log, ChildProcess.Kind.SERVICE, watchdog);
        Component component = new Component("child", URI.create("http://127.0.0.1:1"), log, launch, readiness, limit);
        return new Supervised(component, RestartPause.from(Duration.ofMillis(50)), changes::add);
    }

    private List<ComponentState> states() {
        return changes.stream().map(ComponentStatus::state).toList();
    }

    private static long pid(Supervised supervised) {
        Long pid = supervised.status().pid();
        return pid == null ? -1 : pid;
    }
}
