package com.quanticity.ibkr.quickstart;

import com.quanticity.ibkr.quickstart.process.RestartPause;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Market;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Ports;
import com.quanticity.ibkr.quickstart.settings.Recording;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. Values are read here and checked together in the methods that make settings of them. */
@Command(
        name = "quickstart",
        sortOptions = false,
        usageHelpWidth = 110,
        description = "Runs the whole platform on this machine: Redis, PostgreSQL, a simulated IB Gateway and the five"
                + " services. Ctrl-C stops everything; data is kept for the next run.%n",
        footer = "%nAll servers listen on 127.0.0.1 only. Console: http://127.0.0.1:8099, login printed at start.")
final class Options {

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            description = "Play recorded quotes and trades from this folder.")
    @Nullable Path recordings;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "Recorded day to play; the earliest one otherwise.")
    @Nullable LocalDate date;

    @Option(names = "--from", paramLabel = "HH:MM", description = "New York time to begin at; 09:30 otherwise.")
    @Nullable LocalTime from;

    @Option(names = "--speed", paramLabel = "N", description = "Times as fast as recorded; 1 otherwise.")
    @Nullable BigDecimal speed;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the generated market, used without --recordings; 7 otherwise.")
    @Nullable Long seed;

    @Option(
            names = "--gateway",
            paramLabel = "HOST:PORT",
            description =
                    "Use this IB Gateway or TWS (log in to a PAPER account) instead of the simulator. Trading starts"
                            + " HALTED: two people resume it on the console. Data in .quickstart/gateway.")
    @Nullable String gateway;

    @Option(
            names = "--check",
            description =
                    "Start everything on free ports with new data, wait for quotes, trade once, print one JSON line"
                            + " with the timings, stop. Exit code 0 when all of it worked.")
    boolean check;

    @Option(
            names = "--verify-recording",
            description = "Compare the quotes that a running quickstart stored with the recording it plays.")
    boolean verifyRecording;

    @Option(names = "--fresh", description = "Delete the data of earlier runs first.")
    boolean fresh;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where databases, secrets and logs live; .quickstart in the project otherwise.")
    @Nullable Path data;

    @Option(names = "--free-ports", description = "Pick free ports for everything that has no port option.")
    boolean freePorts;

    @Option(
            names = "--restart-after",
            paramLabel = "TIME",
            description = "Pause before a dead process is started again, like 10s or 500ms; 2s otherwise. Doubles up to"
                    + " 30s while it keeps dying.")
    @Nullable String restartAfter;

    @Option(names = "--redis-port", paramLabel = "N", description = "16379 otherwise.")
    @Nullable Integer redisPort;

    @Option(names = "--postgres-port", paramLabel = "N", description = "15432 otherwise.")
    @Nullable Integer postgresPort;

    @Option(names = "--gateway-port", paramLabel = "N", description = "Simulated gateway; 4002 otherwise.")
    @Nullable Integer gatewayPort;

    @Option(names = "--simulator-control-port", paramLabel = "N", description = "8090 otherwise.")
    @Nullable Integer simulatorControlPort;

    @Option(names = "--adapter-port", paramLabel = "N", description = "8081 otherwise.")
    @Nullable Integer adapterPort;

    @Option(names = "--risk-port", paramLabel = "N", description = "8082 otherwise.")
    @Nullable Integer riskPort;

    @Option(names = "--replay-port", paramLabel = "N", description = "8083 otherwise.")
    @Nullable Integer replayPort;

    @Option(names = "--engine-port", paramLabel = "N", description = "8084 otherwise.")
    @Nullable Integer enginePort;

    @Option(names = "--console-port", paramLabel = "N", description = "8099 otherwise.")
    @Nullable Integer consolePort;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    boolean help;

    private static final BigDecimal REAL_TIME = BigDecimal.ONE;
    private static final long USUAL_SEED = 7;
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);

    Folders folders(Path home) {
        if (data != null) {
            return Folders.of(home, data);
        }
        // What the simulator's account did must never be taken for the state of a real one.
        return Folders.of(home, home.resolve(gateway == null ? ".quickstart" : ".quickstart/gateway"));
    }

    Ports ports() throws CannotStartException {
        Map<Port, Integer> chosen = new EnumMap<>(Port.class);
        choose(chosen, Port.REDIS, redisPort);
        choose(chosen, Port.POSTGRES, postgresPort);
        choose(chosen, Port.GATEWAY, gatewayPort);
        choose(chosen, Port.SIMULATOR_CONTROL, simulatorControlPort);
        choose(chosen, Port.ADAPTER, adapterPort);
        choose(chosen, Port.RISK, riskPort);
        choose(chosen, Port.REPLAY, replayPort);
        choose(chosen, Port.ENGINE, enginePort);
        choose(chosen, Port.CONSOLE, consolePort);
        return freePorts || check ? Ports.freeExcept(chosen) : Ports.usualExcept(chosen);
    }

    Market market() throws CannotStartException {
        if (gateway != null) {
            refuseWith(
                    "--check",
                    "it trades, and does so with the simulator only: leave --gateway out",
                    check ? true : null);
            refuseWith("--gateway", "the market is the gateway's", recordings, date, from, speed, seed);
            return realGateway(gateway);
        }
        if (recordings == null) {
            refuseWith("--date, --from and --speed", "they need --recordings DIR", date, from, speed);
            return new Market.Generated(seed == null ? USUAL_SEED : seed);
        }
        refuseWith("--recordings", "a recording needs no seed: leave --seed out", seed);
        BigDecimal times = speed == null ? REAL_TIME : speed;
        if (times.signum() <= 0) {
            throw new CannotStartException("--speed " + times.toPlainString() + " is not above zero: 1 is real time");
        }
        return new Market.Recorded(Recording.find(recordings, date), from, times);
    }

    RestartPause restartPause() throws CannotStartException {
        if (restartAfter == null) {
            return RestartPause.from(USUAL_PAUSE);
        }
        return RestartPause.from(PauseText.parse(restartAfter));
    }

    private static void choose(Map<Port, Integer> chosen, Port port, @Nullable Integer number) {
        if (number != null) {
            chosen.put(port, number);
        }
    }

    private static void refuseWith(String option, String why, @Nullable Object... others) throws CannotStartException {
        for (Object other : others) {
            if (other != null) {
                throw new CannotStartException(option + " cannot be used like this: " + why);
            }
        }
    }

    private static Market realGateway(String address) throws CannotStartException {
        int colon = address.lastIndexOf(':');
        try {
            int port = Integer.parseInt(address.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= 65_535) {
                return new Market.RealGateway(address.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            throw new CannotStartException(wrongGateway(address), e);
        }
        throw new CannotStartException(wrongGateway(address));
    }

    private static String wrongGateway(String address) {
        return "--gateway " + address + " is no address: write HOST:PORT, like 127.0.0.1:4002 (paper gateway)";
    }
}
