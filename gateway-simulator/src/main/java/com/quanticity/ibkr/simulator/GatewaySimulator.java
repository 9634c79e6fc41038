package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.clearing.Clearing;
import com.quanticity.ibkr.simulator.maintenance.Maintenance;
import com.quanticity.ibkr.simulator.market.HaltKind;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketFeed;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.past.MarketHistory;
import com.quanticity.ibkr.simulator.recording.RecordingException;
import com.quanticity.ibkr.simulator.saved.StateFileException;
import com.quanticity.ibkr.simulator.saved.StateKeeper;
import com.quanticity.ibkr.simulator.scenario.ScenarioPlayer;
import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.session.LimitsInForce;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.state.SimulatorState;
import com.quanticity.ibkr.simulator.state.SimulatorState.ExecutionState;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running gateway look-alike. Thread-safe.
 *
 * <pre>{@code
 * try (GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults())) {
 *     connectTo("127.0.0.1", simulator.port());
 * }
 * }</pre>
 */
public final class GatewaySimulator implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GatewaySimulator.class);

    private final SimulatorConfig config;
    private final EventLoop loop;
    private final MarketFeed feed;
    private final Market market;
    private final Playback playback;
    private final MarketHistory history;
    private final Gateway gateway;
    private final List<Gateway> gateways;
    private final List<SimulatorFaults> faults;
    private final SimulatorWitness witness;
    private final Clearing clearing;
    private final LimitsInForce limits;
    private final SimulatorAccounts accounts;
    private final ScenarioPlayer scenarios;
    private final StateReader reader;
    private final @Nullable StateKeeper keeper;
    private final AtomicBoolean closed = new AtomicBoolean();

    private GatewaySimulator(SimulatorConfig config, SimulatorParts parts) {
        this.config = config;
        this.loop = parts.loop();
        this.feed = parts.feed();
        this.market = parts.market();
        this.playback = parts.playback();
        this.history = parts.history();
        this.gateways = parts.gateways();
        this.gateway = gateways.getFirst();
        this.faults = gateways.stream()
                .map(each -> new SimulatorFaults(loop, each, parts.witness()))
                .toList();
        this.witness = new SimulatorWitness(loop, parts.witness());
        this.clearing = parts.clearing();
        this.limits = parts.limits();
        this.accounts = new SimulatorAccounts(loop, parts.accounts(), clearing, gateways);
        this.scenarios = new ScenarioPlayer(loop, faults);
        parts.witness().addListener(scenarios::onHappening);
        this.reader = parts.reader();
        this.keeper = parts.keeper();
    }

    /**
     * Starts a simulator; when this returns it accepts clients.
     *
     * @throws SimulatorStartException when the port is taken or the recording or state file cannot be used
     */
    public static GatewaySimulator start(SimulatorConfig config) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            sockets.add(bind(config.port(), "--port"));
            if (config.gateways().secondPort() != null) {
                sockets.add(bind(config.gateways().secondPort(), "--second-port"));
            }
            GatewaySimulator simulator = new GatewaySimulator(config, SimulatorAssembly.of(config, sockets));
            simulator.begin();
            return simulator;
        } catch (RecordingException | StateFileException unusable) {
            sockets.forEach(GatewaySimulator::closeQuietly);
            throw new SimulatorStartException(String.valueOf(unusable.getMessage()), unusable);
        } catch (UncheckedIOException unreadable) {
            sockets.forEach(GatewaySimulator::closeQuietly);
            throw new SimulatorStartException(
                    unreadable.getMessage() + ": repair the recording or choose another", unreadable);
        } catch (RuntimeException failed) {
            sockets.forEach(GatewaySimulator::closeQuietly);
            throw failed;
        }
    }

    private void begin() {
        playback.prime();
        history.begin();
        if (playback.hasEnded()) {
            feed.close();
            throw new SimulatorStartException(
                    "the recording holds nothing from " + playback.start() + " on: choose an earlier --from");
        }
        loop.start();
        if (!feed.waitsForSubscriber()) {
            loop.execute(playback::begin);
        }
        loop.call(() -> {
            clearing.start();
            return null;
        });
        Gateway.startDays(loop, gateway.orders());
        gateways.forEach(Gateway::start);
        new Maintenance(
                        config.gateways().maintenance(),
                        loop,
                        new SplittableRandom(SimulatorAssembly.seed(config.market()) + 1),
                        faults)
                .start();
        log.info(
                "simulator listening port={} serverVersion={}",
                port(),
                config.session().serverVersion());
    }

    private static ServerSocket bind(int port, String option) {
        try {
            return Gateway.bind(InetAddress.getLoopbackAddress(), port);
        } catch (IOException taken) {
            throw new SimulatorStartException(
                    "port " + port + " cannot be used (" + taken.getMessage()
                            + "): stop what listens there or choose another " + option,
                    taken);
        }
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            log.debug("listener close failed", broken);
        }
    }

    /** The wire port on the loopback address. */
    public int port() {
        return gateway.port();
    }

    /** What clients may do now. */
    public SessionLimits limits() {
        return loop.call(limits::now);
    }

    /** Takes other limits from now on; what is open stays open. Those of the historical data service stay as they are. */
    public void use(SessionLimits other) {
        log.info("limits changed limits={}", other);
        loop.call(() -> {
            limits.use(other);
            return null;
        });
    }

    /** What the broker can do with the accounts. */
    public SimulatorAccounts accounts() {
        return accounts;
    }

    /** What really is, at this moment. */
    public SimulatorState state() {
        return loop.call(reader::read);
    }

    /** The executions of the day, oldest first. */
    public List<ExecutionState> executions() {
        return loop.call(reader::executions);
    }

    /** Cuts the connection of a client id without a word; false when it is not connected. Its orders stay. */
    public boolean dropClient(int clientId) {
        return loop.call(() -> gateway.drop(clientId));
    }

    /**
     * Holds every socket silent, as on a half-open link: nothing is read, nothing is sent, nothing is closed. Market and
     * orders go on; what they have to tell comes after the pause.
     *
     * @param length null until {@link #resume()}
     */
    public void pause(@Nullable Duration length) {
        faults().pause(length);
    }

    /** Ends a pause; without one it does nothing. */
    public void resume() {
        faults().resume();
    }

    /** Sends a connectivity notice to every client; nothing else changes. */
    public void announce(ConnectivityNotice notice) {
        faults().announce(notice);
    }

    /**
     * Pauses the trading of a symbol as a volatility halt does: its quote goes, tick 49 says 2, depth ends with 316.
     *
     * @param length null until {@link #resumeTrading}
     * @throws IllegalArgumentException when the symbol has no market
     */
    public void haltTrading(String symbol, @Nullable Duration length) {
        loop.call(() -> {
            market.halt(symbol, HaltKind.VOLATILITY);
            if (length != null) {
                loop.after(length, () -> market.halt(symbol, HaltKind.NONE));
            }
            return null;
        });
    }

    /** Ends a halt; without one it does nothing. */
    public void resumeTrading(String symbol) {
        loop.call(() -> {
            market.halt(symbol, HaltKind.NONE);
            return null;
        });
    }

    /** Lets a held recording begin; one that runs goes on. */
    public void play() {
        loop.call(() -> {
            playback.release();
            return null;
        });
    }

    /** What really happened. */
    public SimulatorWitness witness() {
        return witness;
    }

    /** Plays scenarios. */
    public ScenarioPlayer scenarios() {
        return scenarios;
    }

    /**
     * Troubles of one gateway.
     *
     * @param number 1 or 2
     * @throws IllegalArgumentException when there is no such gateway
     */
    public SimulatorFaults faults(int number) {
        if (number < 1 || number > faults.size()) {
            throw new IllegalArgumentException(
                    "there is no gateway " + number + ": choose another, or start with --second-port for gateway 2");
        }
        return faults.get(number - 1);
    }

    /** Ends every trouble of every gateway. */
    public void clearFaults() {
        faults.forEach(SimulatorFaults::clear);
    }

    /** The wire port of the second gateway. */
    public int secondPort() {
        if (gateways.size() < 2) {
            throw new IllegalStateException("there is one gateway only: configure a second port");
        }
        return gateways.getLast().port();
    }

    /** The simulator's time. */
    public Instant now() {
        return loop.now();
    }

    /** Simulated seconds in one real second, 0 for a clock that stands still until it is moved. */
    public double clockSpeed() {
        return config.time().speed();
    }

    /**
     * Moves the clock forward; on a stepped clock everything that became due is done when this returns.
     *
     * @throws IllegalStateException when the clock is the machine's
     */
    public void advance(Duration step) {
        if (!(config.time() instanceof SimulatorTime.Movable clock)) {
            throw new IllegalStateException(
                    "the clock is the machine's and cannot be moved: start with --clock stepped or --clock-speed");
        }
        clock.advance(step);
    }

    /** Manual orders, corrections, and how orders are taken and told of. */
    public SimulatorOrders orders() {
        return new SimulatorOrders(loop, gateways.getFirst().orders());
    }

    /** Troubles of the first gateway to switch on and off. */
    public SimulatorFaults faults() {
        return faults.getFirst();
    }

    /** Closes the port and every connection; a second call does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        gateways.forEach(Gateway::close);
        if (keeper != null) {
            keeper.close();
        }
        loop.close();
        feed.close();
        log.info("simulator closed");
    }

    /** When this simulator was started. */
    public Instant startedAt() {
        return reader.startedAt();
    }
}
