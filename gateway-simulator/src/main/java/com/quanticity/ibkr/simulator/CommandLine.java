package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.account.AccountOptions;
import com.quanticity.ibkr.simulator.maintenance.MaintenanceOptions;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.market.MarketOptions.Conflation;
import com.quanticity.ibkr.simulator.market.MarketOptions.Hours;
import com.quanticity.ibkr.simulator.marketdata.DataLimits;
import com.quanticity.ibkr.simulator.matching.OrderOptions;
import com.quanticity.ibkr.simulator.recording.RecordingException;
import com.quanticity.ibkr.simulator.scenario.Scenario;
import com.quanticity.ibkr.simulator.scenario.ScenarioException;
import com.quanticity.ibkr.simulator.scenario.ScenarioReader;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import com.quanticity.ibkr.simulator.wire.LoginZone;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of the simulator's command line.
 *
 * @param config what to simulate
 * @param controlPort port of the control interface, 0 for any free one
 * @param scenario what to play from the start on, null for nothing
 * @param transcript file for the bytes of every session, null for none
 */
record CommandLine(
        SimulatorConfig config,
        int controlPort,
        @Nullable Scenario scenario,
        @Nullable Path transcript) {

    static final int WIRE_PORT = 4002;
    static final int CONTROL_PORT = 8090;

    private static final int MANY = 1_000_000;
    private static final String RECORDING = "recording";

    static final String HELP = """
            simulator: a gateway look-alike on the wire, with market, matching engine and accounts

            Ports, all on 127.0.0.1, 0 for a free one
              --port N                 wire port (4002)
              --second-port N          wire port of a second gateway of the same broker, such as 4003 (none)
              --control-port N         port of the control interface and its page (8090)

            Market
              --seed N                 seed of the made-up market (7)
              --recordings DIR         play recorded quotes and trades instead: the folder with quotes/ and trades/
              --date YYYY-MM-DD        day of the recording (the earliest in the folder)
              --from HH:MM             New York time at which the playback starts (09:30)
              --speed N|max            market seconds in one second of the clock; max: as fast as clients take it (1)
              --back-pressure          the recording waits while a client leaves a megabyte unread; always so with max
              --hold                   the recording waits for POST /api/v1/market/play, not for the first subscription
              --hours always|real      whether the made-up market rests at night, on weekends and holidays (always)
              --volatility-halts       stocks run into their price bands now and then and pause for five minutes
              --conflation auto|on|off merge level 1 changes within 250 ms; auto: not for a recording (auto)
              --delayed LIST           symbols or listing exchanges without live data: SPY,NASDAQ (none)
              --entitlements LIST      what the user may see: SPY/depth=nothing,NASDAQ=only-delayed,OPT=partly (all live)
              --second-entitlements LIST  what the user of the second gateway may see (the same)
              --hard-to-borrow LIST    symbols of which nothing can be sold short (none)

            Clock
              --start INSTANT          the clock starts here, such as 2026-03-02T14:30:00Z (now); recording: where the
                                       recording starts, and as fast, so that the options of its day are listed
              --clock-speed N          seconds of the clock in one real second (1)
              --clock stepped          the clock stands still until POST /api/v1/clock/advance moves it

            Login
              --account LIST           accounts as CODE:KIND:MONEY:CURRENCY,... with kind cash, margin or portfolio:
                                       DU1:margin:1000000,DU2:cash:50000,U30:portfolio:250000:EUR (DU1234567)
              --clients N              connected at once to one gateway, one more is closed (32)
              --messages-per-second N  of one client, one more is refused with 100 (50)
              --lines N                level 1 lines of one client, one more is refused with 101 (100)
              --shared-lines           lines and slots are those of all clients together
              --depth-slots N          one more is refused with 309 (a hundredth of the lines, at least 3)
              --tick-by-tick-slots N   one more is refused with 10190 (a hundredth of the lines, at least 3)
              --tick-by-tick-spacing N seconds between two requests for one instrument (15)
              --history-pacing on|off  whether queries for small bars are paced (on)
              --server-version V       highest protocol version, 176 to 200 (200)
              --zone NAME              zone of the login machine: Europe/Berlin, Eastern Standard Time … (US/Eastern)
              --liquidation            positions of an account without excess liquidity are closed by the broker
              --master-client-id N     client that hears of the orders of all clients (none)
              --read-only              everything about orders is refused with 321
              --state FILE             keep cash, positions and orders in this file over restarts

            Trouble
              --scenario NAME|FILE     play a scenario from the start on: nightly-restart, sunday-login, farm-blip,
                                       competing-session, fill-burst-link-cut, depth-reset, half-open, id-roll-back,
                                       message-storm, two-gateways, or a YAML file (docs/simulator-scenarios.md)
              --nightly-restart HH:MM  the gateway restarts each day and is away for 35 to 90 s, such as 23:45 (never)
              --roll-back-order-ids    order ids start from 1 again after each nightly restart
              --server-reset HH:MM     1100 and 1102 each night, 1100 and 1101 five minutes later, such as 00:15 (never)
              --sunday-login HH:MM     the gateway waits ten minutes for its user each Sunday, such as 13:00 (never)
              --maintenance-zone ZONE  zone of these three times (America/New_York)

              --transcript FILE        write the bytes of every session with their time to this file
              --help                   this text
            """;

    private static final Set<String> RECORDING_ONLY = Set.of("date", "from", "speed", "back-pressure", "hold");

    private static final Set<String> FLAGS = Set.of(
            "roll-back-order-ids",
            "shared-lines",
            "read-only",
            "liquidation",
            "back-pressure",
            "hold",
            "volatility-halts");

    private static final Set<String> VALUED = Set.of(
            "port",
            "second-port",
            "control-port",
            "seed",
            "recordings",
            "date",
            "from",
            "speed",
            "hours",
            "conflation",
            "delayed",
            "entitlements",
            "second-entitlements",
            "clients",
            "messages-per-second",
            "lines",
            "depth-slots",
            "tick-by-tick-slots",
            "tick-by-tick-spacing",
            "history-pacing",
            "hard-to-borrow",
            "start",
            "clock-speed",
            "clock",
            "account",
            "server-version",
            "zone",
            "master-client-id",
            "state",
            "scenario",
            "nightly-restart",
            "server-reset",
            "sunday-login",
            "maintenance-zone",
            "transcript");

    /** Whether the help was asked for. */
    static boolean wantsHelp(String[] args) {
        return List.of(args).contains("--help") || List.of(args).contains("-h");
    }

    /**
     * Reads the options.
     *
     * @throws UsageException when an option is unknown, doubled, without value or out of range
     */
    static CommandLine parse(String... args) {
        GivenOptions given = new GivenOptions(List.of(args), VALUED, FLAGS);
        try {
            return new CommandLine(
                    config(given),
                    given.number("control-port", CONTROL_PORT, 0, 65_535),
                    scenario(given.text("scenario")),
                    path(given.text("transcript")));
        } catch (IllegalArgumentException | RecordingException outOfRange) {
            throw new UsageException(String.valueOf(outOfRange.getMessage()));
        }
    }

    private static SimulatorConfig config(GivenOptions given) {
        SimulatorConfig config = SimulatorConfig.defaults()
                .withPort(given.number("port", WIRE_PORT, 0, 65_535))
                .withServerVersion(given.number(
                        "server-version",
                        SimulatorConfig.HIGHEST_VERSION,
                        SimulatorConfig.LOWEST_VERSION,
                        SimulatorConfig.HIGHEST_VERSION))
                .withMarket(market(given))
                .withMarketData(marketData(given))
                .withLimits(limits(given))
                .withTime(time(given))
                .withGateways(gateways(given))
                .withOrders(orders(given))
                .withStateFile(path(given.text("state")));
        String zone = given.text("zone");
        if (zone != null) {
            config = config.withSession(config.session().withLoginZone(LoginZone.of(zone)));
        }
        String account = given.text("account");
        AccountOptions accounts = account == null ? config.accounts() : AccountOptions.parse(account);
        config = config.withAccounts(accounts.withLiquidation(given.has("liquidation")));
        return RECORDING.equals(given.text("start")) ? onItsDay(config, given) : config;
    }

    /** The clock starts where the recording does and runs as fast: the day's options are listed and expire. */
    private static SimulatorConfig onItsDay(SimulatorConfig config, GivenOptions given) {
        if (!(config.market() instanceof MarketSource.Recorded recorded)) {
            throw new UsageException("--start recording needs --recordings: give the folder of the recording");
        }
        if (given.has("clock-speed") || Double.isInfinite(recorded.speed())) {
            throw new UsageException("--start recording takes the speed of --speed, a number: leave "
                    + (given.has("clock-speed") ? "--clock-speed" : "--speed max") + " out");
        }
        Instant start = recorded.begin();
        return config.withMarket(recorded.atSpeed(1))
                .withTime(
                        given.has("clock")
                                ? SimulatorTime.stepped(start)
                                : SimulatorTime.accelerated(start, recorded.speed()));
    }

    private static GatewayOptions gateways(GivenOptions given) {
        boolean hasSecond = given.has("second-port");
        String entitlements = given.text("second-entitlements");
        if (entitlements != null && !hasSecond) {
            throw new UsageException("--second-entitlements needs --second-port: give the port of the second gateway");
        }
        return new GatewayOptions(
                hasSecond ? (Integer) given.number("second-port", 0, 0, 65_535) : null,
                entitlements == null ? null : Entitlements.parse(entitlements),
                maintenance(given));
    }

    private static OrderOptions orders(GivenOptions given) {
        OrderOptions orders = OrderOptions.defaults();
        Integer master = given.has("master-client-id")
                ? (Integer) given.number("master-client-id", 0, 0, Integer.MAX_VALUE)
                : null;
        return new OrderOptions(given.has("read-only"), orders.rules().withMasterClientId(master), orders.habits());
    }

    private static MarketSource market(GivenOptions given) {
        String folder = given.text("recordings");
        if (folder == null) {
            RECORDING_ONLY.stream().filter(given::has).findFirst().ifPresent(name -> {
                throw new UsageException("option --" + name + " needs --recordings: give the folder of the recording");
            });
            return new MarketSource.Generated(
                    given.value("seed", "a whole number", Long::parseLong).orElse(7L));
        }
        if (given.has("seed")) {
            throw new UsageException("--seed and --recordings exclude each other: leave one of them out");
        }
        if (given.has("volatility-halts")) {
            throw new UsageException("--volatility-halts and --recordings exclude each other: leave one of them out");
        }
        return new MarketSource.Recorded(
                Path.of(folder),
                given.value("date", "a date such as 2013-10-07", LocalDate::parse)
                        .orElse(null),
                timeOfDay(given, "from").orElse(MarketSource.Recorded.OPENING),
                "max".equals(given.text("speed")) ? Double.POSITIVE_INFINITY : speed(given, "speed"),
                given.has("back-pressure"),
                given.has("hold"));
    }

    private static MarketOptions marketData(GivenOptions given) {
        return MarketOptions.defaults()
                .withHours(given.value("hours", "always or real", text -> Hours.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(Hours.ALWAYS))
                .withConflation(given.value(
                                "conflation",
                                "auto, on or off",
                                text -> Conflation.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(Conflation.AUTO))
                .withEntitlements(entitlements(given))
                .withHardToBorrow(Set.of(list(given, "hard-to-borrow")))
                .withVolatilityHalts(given.has("volatility-halts"));
    }

    private static Entitlements entitlements(GivenOptions given) {
        Entitlements entitlements = Entitlements.onlyDelayed(list(given, "delayed"));
        String rules = given.text("entitlements");
        if (rules != null) {
            for (Entitlements.Rule rule : Entitlements.parse(rules).rules()) {
                entitlements = entitlements.with(rule);
            }
        }
        return entitlements;
    }

    private static SessionLimits limits(GivenOptions given) {
        SessionLimits limits = SessionLimits.defaults();
        DataLimits data = limits.data();
        int seconds = given.number("tick-by-tick-spacing", 15, 0, 3_600);
        boolean isPaced =
                given.value("history-pacing", "on or off", CommandLine::isOn).orElse(true);
        return limits.withClients(given.number("clients", limits.clients(), 1, MANY))
                .withMessagesPerSecond(given.number("messages-per-second", limits.messagesPerSecond(), 1, MANY))
                .withData(data.withLines(given.number("lines", data.lines(), 0, MANY), given.has("shared-lines"))
                        .withDepthSlots(slots(given, "depth-slots"))
                        .withTickByTickSlots(slots(given, "tick-by-tick-slots"))
                        .withTickByTickSpacing(Duration.ofSeconds(seconds)))
                .withHistory(limits.history().withPacing(isPaced));
    }

    private static @Nullable Integer slots(GivenOptions given, String name) {
        return given.has(name) ? (Integer) given.number(name, 0, 0, MANY) : null;
    }

    private static boolean isOn(String text) {
        if (!text.equals("on") && !text.equals("off")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("on");
    }

    private static String[] list(GivenOptions given, String name) {
        String text = given.text(name);
        return text == null
                ? new String[0]
                : Arrays.stream(text.split(",")).distinct().toArray(String[]::new);
    }

    private static SimulatorTime time(GivenOptions given) {
        String kind = given.text("clock");
        boolean isStepped = "stepped".equals(kind);
        if (kind != null && !isStepped) {
            throw new UsageException("--clock " + kind + " is not possible: give stepped, or leave it out");
        }
        if (isStepped && given.has("clock-speed")) {
            throw new UsageException("--clock stepped and --clock-speed exclude each other: leave one of them out");
        }
        boolean hasStart = given.has("start") && !RECORDING.equals(given.text("start"));
        if (!isStepped && !given.has("clock-speed") && !hasStart) {
            return SimulatorTime.real();
        }
        Instant start = hasStart
                ? given.value("start", "a moment such as 2026-03-02T14:30:00Z, or recording", Instant::parse)
                        .orElseThrow()
                : SimulatorTime.real().instant();
        return isStepped ? SimulatorTime.stepped(start) : SimulatorTime.accelerated(start, speed(given, "clock-speed"));
    }

    private static double speed(GivenOptions given, String name) {
        double speed =
                given.value(name, "a number above zero", Double::parseDouble).orElse(1.0);
        if (!(speed > 0) || speed > 100_000) {
            throw new UsageException(
                    "--" + name + " " + given.text(name) + " is not possible: give a number above zero, such as 20");
        }
        return speed;
    }

    private static MaintenanceOptions maintenance(GivenOptions given) {
        MaintenanceOptions none = MaintenanceOptions.none();
        if (given.has("roll-back-order-ids") && !given.has("nightly-restart")) {
            throw new UsageException("--roll-back-order-ids needs --nightly-restart: give its time");
        }
        return none.withZone(given.value("maintenance-zone", "a zone such as Europe/Berlin", ZoneId::of)
                        .orElse(none.zone()))
                .withRestartAt(timeOfDay(given, "nightly-restart").orElse(null))
                .withIdsRollBack(given.has("roll-back-order-ids"))
                .withResetAt(timeOfDay(given, "server-reset").orElse(null))
                .withLoginAt(timeOfDay(given, "sunday-login").orElse(null));
    }

    private static Optional<LocalTime> timeOfDay(GivenOptions given, String name) {
        return given.value(name, "a time such as 09:30", LocalTime::parse);
    }

    private static @Nullable Scenario scenario(@Nullable String nameOrFile) {
        try {
            return nameOrFile == null ? null : ScenarioReader.named(nameOrFile);
        } catch (ScenarioException unreadable) {
            throw new UsageException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }
}
