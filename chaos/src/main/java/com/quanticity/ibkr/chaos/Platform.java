package com.quanticity.ibkr.chaos;

import com.quanticity.ibkr.chaos.machine.Machine;
import com.quanticity.ibkr.chaos.machine.Program;
import com.quanticity.ibkr.chaos.plan.RunPlan;
import com.quanticity.ibkr.chaos.proof.Books;
import com.quanticity.ibkr.chaos.proof.Checked;
import com.quanticity.ibkr.chaos.proof.Invariant;
import com.quanticity.ibkr.chaos.proof.Violation;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A new simulator and a new platform on it, kept for several runs. */
final class Platform implements AutoCloseable {

    private static final BigDecimal CASH = new BigDecimal("1000000000");

    /** The risk-manager's, as the gateway's "Master API client ID"; without it the witness of fills sees nothing of ours. */
    private static final int DROP_COPY_CLIENT_ID = 2;

    /**
     * A service that comes up while its database is away ends, and its successor begins from nothing: on a machine with little to give
     * the platform has the time of so many starts to recover.
     */
    private static final int STARTS = 3;

    private final GatewaySimulator simulator;
    private final Machine machine;
    private final Strategy strategy;
    private final Books books;
    private final Run run;

    private Platform(GatewaySimulator simulator, Machine machine, Duration patience, Clock clock) {
        this.simulator = simulator;
        this.machine = machine;
        this.strategy = new Strategy(machine);
        this.books = new Books(machine, simulator);
        this.run = new Run(machine, simulator, strategy, books, new Saboteur(machine, simulator), patience, clock);
    }

    /** See {@link Machine#train}. */
    static void train(Path home, Path data) {
        try (GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults())) {
            Machine.train(home, data, simulator.port());
        }
    }

    /** @param patience for the books to agree; longer on a machine where the platform's start takes longer */
    static Platform start(Path home, Path data, long seed, Duration patience, Clock clock) {
        SimulatorConfig defaults = SimulatorConfig.defaults();
        GatewaySimulator simulator = GatewaySimulator.start(defaults.withMarket(new MarketSource.Generated(seed))
                .withStartCash(CASH)
                .withOrders(defaults.orders()
                        .withRules(defaults.orders().rules().withMasterClientId(DROP_COPY_CLIENT_ID))));
        try {
            long begin = System.nanoTime();
            Machine machine = Machine.start(home, data, simulator.port());
            Duration starved = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(STARTS);
            return new Platform(simulator, machine, starved.compareTo(patience) > 0 ? starved : patience, clock);
        } catch (RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    /** @return what does not hold afterwards */
    List<Violation> carryOut(RunPlan plan, String key) throws InterruptedException {
        return run.carryOut(plan, key);
    }

    /** How the orders of all runs ended, see {@link Books#outcomes}; empty when the database did not survive them. */
    Map<String, Integer> outcomes() {
        try {
            return books.outcomes();
        } catch (SQLException e) {
            return Map.of();
        }
    }

    /** How much was compared; nothing when the database did not survive. */
    Checked checked() {
        try {
            return books.checked();
        } catch (SQLException e) {
            return Checked.NOTHING;
        }
    }

    /** What is found when a copy of the audit record is tampered with; a violation when nothing is. */
    List<Violation> tamper() {
        try {
            return books.tamperWithCopy().isPresent()
                    ? List.of()
                    : List.of(new Violation(Invariant.AUDIT_WHOLE, "a tampered copy was not found out"));
        } catch (SQLException e) {
            return List.of(new Violation(Invariant.AUDIT_WHOLE, "the record cannot be copied: " + e.getMessage()));
        }
    }

    Map<Program, Integer> unaskedEnds() {
        return machine.unaskedEnds();
    }

    @Override
    public void close() {
        strategy.close();
        machine.close();
        simulator.close();
    }
}
