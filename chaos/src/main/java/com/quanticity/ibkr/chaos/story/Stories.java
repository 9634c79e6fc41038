package com.quanticity.ibkr.chaos.story;

import com.quanticity.ibkr.chaos.NoAnswerException;
import com.quanticity.ibkr.chaos.Strategy;
import com.quanticity.ibkr.chaos.machine.Machine;
import com.quanticity.ibkr.chaos.machine.MachineException;
import com.quanticity.ibkr.chaos.machine.Program;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.maintenance.MaintenanceOptions;
import com.quanticity.ibkr.simulator.matching.OrderOptions;
import com.quanticity.ibkr.simulator.matching.OrderRules;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plays stories, one after the other, on one platform. The broker's clock begins in the evening before today, New York, so that a night
 * can pass within seconds; the platform's is the machine's.
 */
public final class Stories {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Away so long, from 23:45 on, that midnight passes. */
    private static final Duration NIGHT = Duration.ofMinutes(16);

    private static final LocalTime RESTART = LocalTime.of(23, 45);
    private static final LocalTime EVENING = LocalTime.of(23, 30);
    /** Hears of everybody's orders, as the gateway's setting "Master API client ID" has it. */
    private static final int DROP_COPY = 2;

    private static final BigDecimal CASH = new BigDecimal("1000000000");

    /** Differences are discrepancies soon: a story would wait for them. */
    private static final Map<Program, Map<String, String>> SETTINGS =
            Map.of(Program.ENGINE, Map.of("IBKR_RECONCILE_EVERY", "500ms", "IBKR_RECONCILE_TOLERANCE", "4s"));

    // The last one leaves positions that are not ours.
    private static final List<Story> ALL = List.of(
            new NightlyRestart(),
            new IdsRollBack(),
            new Outages(),
            new Corrections(),
            new UnknownOrder(),
            new LockedInstrument(),
            new OutsideTrades());

    private Stories() {}

    /** What there is to choose from, by title. */
    public static List<String> titles() {
        return ALL.stream().map(Story::title).toList();
    }

    /**
     * @param titles which ones; all when empty
     * @return whether all came to their end
     * @throws IllegalArgumentException when a title is unknown
     */
    public static boolean play(List<String> titles, Path home, Path data, Clock clock, PrintStream out)
            throws InterruptedException {
        List<Story> chosen = chosen(titles);
        List<String> failed = new ArrayList<>();
        try (GatewaySimulator simulator = simulator(clock);
                Machine machine = Machine.start(home, data, simulator.port(), SETTINGS);
                Strategy strategy = new Strategy(machine)) {
            for (Story story : chosen) {
                out.println(story.title() + ": " + story.about());
                Scene scene = new Scene(story.title(), simulator, machine, strategy, out, clock);
                try {
                    story.tell(scene);
                    out.println("  holds");
                } catch (StoryFailedException | NoAnswerException | MachineException e) {
                    failed.add(story.title());
                    out.println("  FAILED: " + e.getMessage());
                    scene.clear();
                }
            }
        }
        out.println(failed.isEmpty() ? chosen.size() + " stories hold" : "failed: " + failed);
        return failed.isEmpty();
    }

    private static List<Story> chosen(List<String> titles) {
        titles.stream().filter(title -> !titles().contains(title)).findFirst().ifPresent(title -> {
            throw new IllegalArgumentException("there is no story '" + title + "'; choose from " + titles());
        });
        return ALL.stream()
                .filter(story -> titles.isEmpty() || titles.contains(story.title()))
                .toList();
    }

    private static GatewaySimulator simulator(Clock clock) {
        MaintenanceOptions nightly = new MaintenanceOptions(
                NEW_YORK, RESTART, NIGHT, NIGHT, false, null, DayOfWeek.SUNDAY, null, Duration.ofMinutes(10));
        return GatewaySimulator.start(SimulatorConfig.defaults()
                .withStartCash(CASH)
                .withMaintenance(nightly)
                .withOrders(
                        OrderOptions.defaults().withRules(OrderRules.defaults().withMasterClientId(DROP_COPY)))
                .withTime(SimulatorTime.accelerated(
                        clock.instant()
                                .atZone(NEW_YORK)
                                .toLocalDate()
                                .minusDays(1)
                                .atTime(EVENING)
                                .atZone(NEW_YORK)
                                .toInstant(),
                        1)));
    }
}
