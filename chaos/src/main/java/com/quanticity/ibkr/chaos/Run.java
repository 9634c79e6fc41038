package com.quanticity.ibkr.chaos;

import com.quanticity.ibkr.chaos.machine.Machine;
import com.quanticity.ibkr.chaos.machine.Program;
import com.quanticity.ibkr.chaos.plan.Moment;
import com.quanticity.ibkr.chaos.plan.PlannedFault;
import com.quanticity.ibkr.chaos.plan.PlannedTrade;
import com.quanticity.ibkr.chaos.plan.RunPlan;
import com.quanticity.ibkr.chaos.proof.Books;
import com.quanticity.ibkr.chaos.proof.Invariant;
import com.quanticity.ibkr.chaos.proof.Violation;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.witness.WitnessReport;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Carries out one plan on a platform that is ready, lets it settle, and compares. */
final class Run {

    /** A moment that does not come by itself, such as a fill while nothing trades, comes after this. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration REVIVE_AGAIN = Duration.ofMillis(300);
    private static final Duration CANCEL_AGAIN = Duration.ofSeconds(2);
    private static final Duration COMPARE_AGAIN = Duration.ofMillis(200);

    private final Machine machine;
    private final GatewaySimulator simulator;
    private final Strategy strategy;
    private final Books books;
    private final Saboteur saboteur;
    private final Duration patience;
    private final Clock clock;

    Run(
            Machine machine,
            GatewaySimulator simulator,
            Strategy strategy,
            Books books,
            Saboteur saboteur,
            Duration patience,
            Clock clock) {
        this.machine = machine;
        this.simulator = simulator;
        this.strategy = strategy;
        this.books = books;
        this.saboteur = saboteur;
        this.patience = patience;
        this.clock = clock;
    }

    /** @return what does not hold although the platform had time to settle */
    List<Violation> carryOut(RunPlan plan, String key) throws InterruptedException {
        long begin = System.nanoTime();
        WitnessReport before = simulator.witness().report();
        Trader trader = new Trader(strategy, simulator, clock, begin);
        Thread supervisor = Thread.ofVirtual().start(this::supervise);
        try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> pending = new ArrayList<>();
            for (PlannedFault fault : plan.faults()) {
                pending.add(tasks.submit(() -> {
                    await(fault.moment(), begin, before);
                    saboteur.carryOut(fault);
                    return null;
                }));
            }
            for (int i = 0; i < plan.trades().size(); i++) {
                PlannedTrade trade = plan.trades().get(i);
                String tradeKey = key + "-" + i;
                pending.add(tasks.submit(() -> {
                    trader.carryOut(trade, tradeKey);
                    return null;
                }));
            }
            for (Future<?> each : pending) {
                each.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoAnswerException silent) {
                return List.of(new Violation(Invariant.RECOVERS, String.valueOf(silent.getMessage())));
            }
            throw new IllegalStateException("the run could not be carried out", e.getCause());
        } finally {
            supervisor.interrupt();
            supervisor.join();
        }
        simulator.clearFaults();
        return settle();
    }

    /** A service that comes up while its database is away ends again: somebody has to start it once more. */
    private void supervise() {
        try {
            while (true) {
                machine.revive();
                Thread.sleep(REVIVE_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Moment moment, long begin, WitnessReport before) throws InterruptedException {
        switch (moment) {
            case Moment.At at -> sleepUntil(begin, at.time());
            case Moment.OnFill fill -> {
                int wanted = before.fills().size() + fill.number();
                until(begin, () -> simulator.witness().report().fills().size() >= wanted);
            }
            case Moment.OnOrder order -> {
                int wanted = before.orders().size() + order.number();
                until(begin, () -> simulator.witness().report().orders().size() >= wanted);
            }
        }
    }

    private static void until(long begin, Condition condition) throws InterruptedException {
        while (System.nanoTime() - begin < LONGEST_WAIT.toNanos()) {
            if (condition.holds()) {
                return;
            }
            Thread.sleep(LOOK);
        }
    }

    /** Everything runs again, nothing but brackets is left open, and then the books must agree within the patience. */
    private List<Violation> settle() throws InterruptedException {
        Set<Program> missing = machine.awaitTrading(patience);
        if (!missing.isEmpty()) {
            return List.of(
                    new Violation(Invariant.RECOVERS, missing + " cannot trade " + patience.toSeconds() + " s later"));
        }
        Instant calm = simulator.now();
        strategy.adoptLostOrders();
        long begin = System.nanoTime();
        long nextCancel = begin;
        while (true) {
            List<Violation> violations = compare(calm);
            if (violations.isEmpty() || System.nanoTime() - begin > patience.toNanos()) {
                return violations;
            }
            if (System.nanoTime() - nextCancel >= 0) {
                cancelOpen();
                nextCancel = System.nanoTime() + CANCEL_AGAIN.toNanos();
            }
            Thread.sleep(COMPARE_AGAIN);
        }
    }

    private List<Violation> compare(Instant calm) {
        try {
            return books.compare(strategy.placed(), calm);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(
                    "the books cannot be read although nothing is away: look at the logs beside "
                            + machine.log(Program.POSTGRES),
                    e);
        }
    }

    private void cancelOpen() throws InterruptedException {
        try {
            for (String id : books.openParents()) {
                strategy.cancelParent(id);
            }
            for (String id : books.open()) {
                strategy.cancel(id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the books cannot be read although nothing is away", e);
        }
    }

    private static void sleepUntil(long begin, Duration time) throws InterruptedException {
        long left = time.toNanos() - (System.nanoTime() - begin);
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    private interface Condition {
        boolean holds();
    }
}
