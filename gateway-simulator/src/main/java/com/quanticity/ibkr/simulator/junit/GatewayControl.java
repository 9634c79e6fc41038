package com.quanticity.ibkr.simulator.junit;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.scenario.ScenarioReader;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.witness.WitnessReport;
import com.quanticity.ibkr.simulator.witness.WitnessReport.FillReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A running simulator in the hands of a test. Every call that does something returns this object, and when it returns it is done. A
 * null duration means until it is ended. Thread-safe.
 */
public final class GatewayControl implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MILLIS = 2;

    private final GatewaySimulator simulator;

    GatewayControl(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    public String host() {
        return "127.0.0.1";
    }

    /** The wire port. */
    public int port() {
        return simulator.port();
    }

    /** The wire port of the second gateway. */
    public int secondPort() {
        return simulator.secondPort();
    }

    /** Everything else a simulator can do. */
    public GatewaySimulator simulator() {
        return simulator;
    }

    /** What really happened until now. */
    public WitnessReport witness() {
        return simulator.witness().report();
    }

    /** Every trouble there is, for the first gateway. */
    public SimulatorFaults faults() {
        return simulator.faults();
    }

    public Instant now() {
        return simulator.now();
    }

    /** Moves the clock; what becomes due is done when this returns. */
    public GatewayControl advance(Duration step) {
        simulator.advance(step);
        return this;
    }

    /** Loses the link to the broker: 1100, then silence. */
    public GatewayControl loseBroker() {
        simulator.faults().loseBroker(null, false);
        return this;
    }

    /** The link to the broker is back with 1102. */
    public GatewayControl restoreBroker() {
        simulator.faults().restoreBroker();
        return this;
    }

    /** Cuts the connection of a client id. */
    public GatewayControl drop(int clientId) {
        simulator.faults().drop(clientId);
        return this;
    }

    /** Cuts every connection and comes back after a while. */
    public GatewayControl restart(@Nullable Duration away) {
        simulator.faults().restart(away);
        return this;
    }

    /** Connections there are now die unseen. */
    public GatewayControl goHalfOpen() {
        simulator.faults().goHalfOpen(null, null);
        return this;
    }

    /** Events of a name never arrive. */
    public GatewayControl withhold(String event) {
        simulator.faults().messages().withhold(event, null, null);
        return this;
    }

    /** Events of a name arrive late. */
    public GatewayControl delay(String event, Duration by) {
        simulator.faults().messages().delay(event, null, null, by);
        return this;
    }

    /** Requests of a name are never answered. */
    public GatewayControl ignore(String request) {
        simulator.faults().messages().ignore(request, null, null);
        return this;
    }

    /** Requests of a name are refused with a code under their own id. */
    public GatewayControl refuse(String request, int code) {
        simulator.faults().messages().refuse(request, null, null, code, "Refused by the test.");
        return this;
    }

    /**
     * The user may see something no longer, or only in part, for open subscriptions, too.
     *
     * @param rule such as {@code SPY/depth=nothing}, {@code NASDAQ=only-delayed} or {@code OPT=partly}
     */
    public GatewayControl entitle(String rule) {
        simulator.faults().data().entitle(Entitlements.Rule.parse(rule), true);
        return this;
    }

    /** Other limits for what is asked for from now on. */
    public GatewayControl limit(UnaryOperator<SessionLimits> change) {
        simulator.faults().data().limit(change);
        return this;
    }

    /** Nobody hears of a symbol any more. */
    public GatewayControl silence(String symbol) {
        simulator.faults().silence(symbol);
        return this;
    }

    /** One subscription hears nothing more. */
    public GatewayControl silence(int clientId, int requestId) {
        simulator.faults().data().silence(clientId, requestId);
        return this;
    }

    /** Every order book of a symbol is reset: 317. */
    public GatewayControl resetDepth(String symbol) {
        simulator.faults().resetDepth(symbol);
        return this;
    }

    /** Rows of depth go on for so long after the cancel, and the slot is taken as long. */
    public GatewayControl lateDepth(Duration length) {
        simulator.faults().data().setLateDepth(length, true);
        return this;
    }

    /** The five-second bars of a symbol end with 10225. */
    public GatewayControl bustBars(String symbol) {
        simulator.faults().data().bustBars(symbol);
        return this;
    }

    /** Plays a bundled scenario or a YAML file. */
    public GatewayControl play(String nameOrFile) {
        simulator.scenarios().play(ScenarioReader.named(nameOrFile));
        return this;
    }

    /**
     * Plays the steps of a scenario, as they stand below {@code steps:} in a file.
     *
     * <pre>{@code
     * gateway.playSteps("""
     *         - on: third fill
     *           drop: 1
     *         """);
     * }</pre>
     */
    public GatewayControl playSteps(String yaml) {
        simulator.scenarios().play(ScenarioReader.read("steps", "steps:\n" + yaml));
        return this;
    }

    /** Ends every trouble. */
    public GatewayControl calm() {
        simulator.scenarios().stop();
        simulator.clearFaults();
        return this;
    }

    /**
     * Waits, on the machine's clock, until the witness has seen something; ten seconds at most.
     *
     * @throws AssertionError when it has not
     */
    public GatewayControl await(String what, Predicate<WitnessReport> seen) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.test(witness())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the simulator has not seen in " + PATIENCE.toSeconds() + " s: " + what);
            }
            rest();
        }
        return this;
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted while it waited", stopping);
        }
    }

    /** Waits until a client id has a session. */
    public GatewayControl awaitClient(int clientId) {
        return await(
                "a session of client " + clientId,
                _ -> simulator.state().clients().stream().anyMatch(client -> client.id() == clientId));
    }

    /** Waits for so many executions of all clients. */
    public GatewayControl awaitFills(int count) {
        return await(count + " fills", report -> report.fills().size() >= count);
    }

    /** Waits until a client has sent so many requests of a name. */
    public GatewayControl awaitRequests(int clientId, String request, long count) {
        return await(count + " " + request + " of client " + clientId, report -> {
            WitnessReport.ClientReport client = report.client(clientId);
            return client != null && client.received(request) >= count;
        });
    }

    /** Executions of a client, oldest first. */
    public List<FillReport> fills(int clientId) {
        return witness().fills().stream()
                .filter(fill -> fill.clientId() == clientId)
                .toList();
    }

    /** Shares or contracts that a client really bought, minus what it sold, of a symbol. */
    public BigDecimal position(int clientId, String symbol) {
        return fills(clientId).stream()
                .filter(fill -> fill.symbol().equals(symbol))
                .map(fill -> fill.side().equals("BOT")
                        ? fill.shares()
                        : fill.shares().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
