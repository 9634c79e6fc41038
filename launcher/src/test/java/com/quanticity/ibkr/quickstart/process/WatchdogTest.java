package com.quanticity.ibkr.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

    @TempDir
    Path folder;

    @Test
    void leavesNothingWhenItsJvmIsKilled() throws IOException {
        Path pids = folder.resolve("pids");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedParent.class.getName(),
                        pids.toString())
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(pids));
        List<Long> children =
                Files.readAllLines(pids).stream().map(Long::valueOf).toList();
        assertThat(children).allMatch(WatchdogTest::isAlive);

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> children.stream().noneMatch(WatchdogTest::isAlive));
    }

    @Test
    void leavesWhatIsGoneAloneAndEndsInGoodOrder() throws IOException, InterruptedException {
        Process bystander = new ProcessBuilder("sleep", "60").start();
        Watchdog watchdog = Watchdog.start();
        watchdog.service(bystander.pid());
        watchdog.gone(bystander.pid());

        ProcessHandle guard = ProcessHandle.of(watchdog.pid()).orElseThrow();
        watchdog.close();
        guard.onExit().orTimeout(5, TimeUnit.SECONDS).join();

        assertThat(bystander.isAlive()).isTrue();
        bystander.destroyForcibly().waitFor();
    }

    /** Nobody may collect a dead orphan here: a zombie counts as gone. */
    private static boolean isAlive(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .noneMatch(line -> line.startsWith("State:") && line.contains("Z"));
        } catch (IOException e) {
            return false;
        }
    }
}
