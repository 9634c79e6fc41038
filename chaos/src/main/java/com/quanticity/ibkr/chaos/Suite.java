package com.quanticity.ibkr.chaos;

import com.quanticity.ibkr.chaos.machine.MachineException;
import com.quanticity.ibkr.chaos.plan.Planner;
import com.quanticity.ibkr.chaos.plan.RunPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** All runs, on as many platforms beside each other as asked for; each takes the next plan when it is done with one. */
final class Suite {

    private final Options options;
    private final Path home;
    private final Results results;
    private final Clock clock;

    Suite(Options options, Path home, Results results, Clock clock) {
        this.options = options;
        this.home = home;
        this.results = results;
        this.clock = clock;
    }

    /** @return whether no invariant was violated */
    boolean run() throws InterruptedException, IOException {
        Planner planner = new Planner(options.faults);
        List<RunPlan> plans = new ArrayList<>();
        for (int i = 0; i < options.runs * options.times; i++) {
            plans.add(planner.plan(options.seed + i / options.times));
        }
        if (options.planOnly) {
            plans.forEach(plan -> results.tell("seed " + plan.seed() + "\n  " + String.join("\n  ", plan.lines())));
            return true;
        }
        if (!options.noCache) {
            Platform.train(home, data(home));
        }
        try {
            carryOut(plans);
        } finally {
            results.write();
        }
        return results.isClean();
    }

    /** The first lane that cannot go on ends the suite: the others finish the run they are in. */
    private void carryOut(List<RunPlan> plans) throws InterruptedException, IOException {
        AtomicInteger next = new AtomicInteger();
        long end = options.minutes == null
                ? Long.MAX_VALUE
                : System.nanoTime() + Duration.ofMinutes(options.minutes).toNanos();
        List<Future<?>> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(options.platforms)) {
            for (int i = 1; i <= options.platforms; i++) {
                Lane lane = new Lane(Integer.toString(i), options, home, results, clock);
                lanes.add(threads.submit(() -> {
                    carryOut(plans, next, end, lane);
                    return null;
                }));
            }
        }
        for (Future<?> lane : lanes) {
            await(lane);
        }
    }

    private static void carryOut(List<RunPlan> plans, AtomicInteger next, long end, Lane lane)
            throws InterruptedException, IOException {
        boolean done = false;
        try (lane) {
            for (int i = next.getAndIncrement(); i < plans.size(); i = next.getAndIncrement()) {
                if (i > 0 && System.nanoTime() >= end) {
                    break;
                }
                lane.carryOut(plans.get(i), i);
            }
            done = true;
        } finally {
            if (!done) {
                next.set(plans.size());
            }
        }
    }

    private static void await(Future<?> lane) throws InterruptedException, IOException {
        try {
            lane.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case MachineException cause -> throw cause;
                case null, default -> throw new IllegalStateException("a run ended in an error", e.getCause());
            }
        }
    }

    /** Of a platform that runs alone. */
    static Path data(Path home) {
        return home.resolve("chaos/target/platform");
    }
}
