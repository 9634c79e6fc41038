package com.quanticity.ibkr.adapter.depth;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.depth.rotation.RotationView;
import com.quanticity.ibkr.adapter.depth.rotation.RotationView.SlotView;
import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.witness.WitnessReport.SubscriptionReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The rotation in real time: {@code ./mvnw -pl ibkr-adapter -am verify -Dit.test=DepthSoakIT -Dibkr.depth.soak=PT10M}. Writes
 * {@code target/depth-rotation.txt}: each second who has which slot, beside what the gateway's witness counts.
 */
@EnabledIfSystemProperty(named = "ibkr.depth.soak", matches = "PT.+")
class DepthSoakIT {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void rotatesInRealTimeThroughEveryTrouble() throws IOException, InterruptedException {
        Duration length = Duration.parse(System.getProperty("ibkr.depth.soak"));
        boolean troubles = Boolean.getBoolean("ibkr.depth.troubles");
        try (RunningDepth running = RunningDepth.inRealTime(Map.of("full-retry", "1s", "full-limit", "3"));
                PrintWriter log = new PrintWriter(Files.newBufferedWriter(Path.of("target/depth-rotation.txt")))) {
            running.until(() -> running.isServed("SPY"));
            Map<Duration, Trouble> plan = troubles ? troubles(length) : Map.of();
            Instant start = Instant.now();
            long seconds = length.toSeconds();
            for (long second = 0; second < seconds; second++) {
                Trouble trouble = plan.get(Duration.ofSeconds(second));
                if (trouble != null) {
                    log.println("--- " + trouble.name);
                    trouble.begin.accept(running.gateway.faults());
                }
                line(log, running, Duration.between(start, Instant.now()));
                assertThat(running.atGateway().most()).isLessThanOrEqualTo(3);
                new CountDownLatch(1).await(SECOND.toMillis(), TimeUnit.MILLISECONDS);
            }
            summary(log, running);
            if (!troubles) {
                assertThat(running.received()).containsOnlyOnce("+9001").doesNotContain("-9001");
            }
            assertThat(running.isServed("SPY")).isTrue();
        }
    }

    private record Trouble(String name, java.util.function.Consumer<SimulatorFaults> begin) {}

    private static Map<Duration, Trouble> troubles(Duration length) {
        long part = length.toSeconds() / 8;
        Map<Duration, Trouble> plan = new LinkedHashMap<>();
        plan.put(Duration.ofSeconds(part), new Trouble("317 on every book", faults -> faults.resetDepth(null)));
        plan.put(
                Duration.ofSeconds(2 * part),
                new Trouble(
                        "farm broken for 10 s, its lines stay dead",
                        faults -> faults.breakFarm("usfarm", Duration.ofSeconds(10), true)));
        plan.put(Duration.ofSeconds(3 * part), new Trouble("link cut", faults -> faults.drop(1)));
        plan.put(
                Duration.ofSeconds(4 * part),
                new Trouble(
                        "a TWS window holds a slot",
                        faults -> faults.data()
                                .limit(limits -> limits.withData(limits.data().withDepthSlots(2)))));
        plan.put(
                Duration.ofSeconds(5 * part),
                new Trouble("it is closed", faults -> faults.data().restoreLimits()));
        plan.put(
                Duration.ofSeconds(6 * part),
                new Trouble(
                        "late rows for 300 ms, the slot is kept as long",
                        faults -> faults.data().setLateDepth(Duration.ofMillis(300), true)));
        plan.put(
                Duration.ofSeconds(7 * part),
                new Trouble(
                        "1100 for 5 s, then 1101 (data lost)",
                        faults -> faults.loseBroker(Duration.ofSeconds(5), true)));
        return plan;
    }

    private static void line(PrintWriter log, RunningDepth running, Duration at) {
        RotationView view = running.depth.desk.view();
        SubscriptionReport witness = running.atGateway();
        log.printf(
                "%02d:%02d %-13s gateway=%d most=%d  %s  %s%n",
                at.toMinutes(),
                at.toSecondsPart(),
                view.state(),
                witness.now(),
                witness.most(),
                view.slots().stream().map(DepthSoakIT::text).collect(Collectors.joining(" | ")),
                view.reason());
        log.flush();
    }

    private static String text(SlotView slot) {
        Duration left = slot.timeLeft();
        return "%-4s %-13s %10s".formatted(slot.symbol(), slot.use(), left == null ? "" : left.toSeconds() + " s left");
    }

    private static void summary(PrintWriter log, RunningDepth running) {
        Map<String, Long> turns = running.depth.desk.turns(10_000).stream()
                .collect(Collectors.groupingBy(
                        turn -> turn.symbol() + " " + turn.end(), java.util.TreeMap::new, Collectors.counting()));
        log.println("turns " + turns);
        log.println("rows "
                + running.depth.desk.turns(10_000).stream()
                        .mapToLong(Turn::rows)
                        .sum());
        log.println("witness " + running.atGateway());
        log.println("alarms "
                + running.depth.alarms.stream()
                        .map(alarm -> alarm.phase() + " " + alarm.kind() + " " + alarm.subject() + ": " + alarm.text())
                        .toList());
        log.println("9001 "
                + running.received().stream().filter(id -> id.endsWith("9001")).toList());
    }
}
