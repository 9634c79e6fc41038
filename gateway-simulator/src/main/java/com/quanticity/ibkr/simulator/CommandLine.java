package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.account.AccountOptions;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The options of the simulator's command line.
 *
 * @param config what to simulate
 * @param controlPort port of the control interface, 0 for any free one
 */
record CommandLine(SimulatorConfig config, int controlPort) {

    static final int WIRE_PORT = 4002;
    static final int CONTROL_PORT = 8090;

    static final String HELP = """
            simulator: a gateway look-alike on the wire, with market, matching engine and accounts

              --port N            wire port on 127.0.0.1, 0 for a free one (4002)
              --control-port N    port of the control interface on 127.0.0.1, 0 for a free one (8090)
              --seed N            seed of the made-up market (7)
              --recordings DIR    play recorded quotes and trades instead: the folder with quotes/ and trades/
              --date YYYY-MM-DD   day of the recording (the earliest in the folder)
              --from HH:MM        New York time at which the playback starts (09:30)
              --speed N           market seconds in one real second (1)
              --account LIST      accounts of the login, as CODE:KIND:MONEY:CURRENCY,... with kind cash, margin or
                                  portfolio: DU1:margin:1000000,DU2:cash:50000,U3:portfolio:250000:EUR (DU1234567)
              --state FILE        keep cash, positions and orders in this file over restarts
              --server-version V  highest protocol version, 176 to 200 (200)
              --help              this text
            """;

    private static final Set<String> RECORDING_ONLY = Set.of("date", "from", "speed");

    private static final Set<String> KNOWN = Set.of(
            "port",
            "control-port",
            "seed",
            "recordings",
            "date",
            "from",
            "speed",
            "account",
            "state",
            "server-version");

    /** Whether the help was asked for. */
    static boolean wantsHelp(String[] args) {
        return List.of(args).contains("--help") || List.of(args).contains("-h");
    }

    /**
     * Reads {@code --name value} and {@code --name=value}.
     *
     * @throws UsageException when an option is unknown, doubled, without value or out of range
     */
    static CommandLine parse(String... args) {
        Map<String, String> given = split(args);
        try {
            SimulatorConfig config = SimulatorConfig.defaults()
                    .withPort(number(given, "port", WIRE_PORT, 0, 65_535))
                    .withServerVersion(number(
                            given,
                            "server-version",
                            SimulatorConfig.HIGHEST_VERSION,
                            SimulatorConfig.LOWEST_VERSION,
                            SimulatorConfig.HIGHEST_VERSION))
                    .withMarket(market(given))
                    .withStateFile(given.containsKey("state") ? Path.of(given.getOrDefault("state", "")) : null);
            if (given.containsKey("account")) {
                config = config.withAccounts(AccountOptions.parse(given.getOrDefault("account", "")));
            }
            return new CommandLine(config, number(given, "control-port", CONTROL_PORT, 0, 65_535));
        } catch (IllegalArgumentException outOfRange) {
            throw new UsageException(String.valueOf(outOfRange.getMessage()));
        }
    }

    private static Map<String, String> split(String... args) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            String[] parts = args[i].split("=", 2);
            if (!parts[0].startsWith("--") || !KNOWN.contains(parts[0].substring(2))) {
                throw new UsageException("unknown option " + args[i] + ": choose from "
                        + String.join(
                                " ",
                                new TreeSet<>(KNOWN)
                                        .stream().map(name -> "--" + name).toList())
                        + ", or see --help");
            }
            String name = parts[0].substring(2);
            if (parts.length == 1 && (i + 1 == args.length || args[i + 1].startsWith("--"))) {
                throw new UsageException("option --" + name + " needs a value: see --help");
            }
            String value = parts.length == 2 ? parts[1] : args[++i];
            if (given.put(name, value) != null) {
                throw new UsageException("option --" + name + " is given twice: give it once");
            }
        }
        return given;
    }

    private static MarketSource market(Map<String, String> given) {
        String folder = given.get("recordings");
        if (folder == null) {
            RECORDING_ONLY.stream().filter(given::containsKey).findFirst().ifPresent(name -> {
                throw new UsageException("option --" + name + " needs --recordings: give the folder of the recording");
            });
            long seed = value(given, "seed", "a whole number", Long::parseLong, 7L);
            return new MarketSource.Generated(seed);
        }
        if (given.containsKey("seed")) {
            throw new UsageException("--seed and --recordings exclude each other: leave one of them out");
        }
        double speed = value(given, "speed", "a number above zero", Double::parseDouble, 1.0);
        if (!(speed > 0) || speed > 100_000) {
            throw new UsageException(
                    "--speed " + given.get("speed") + " is not possible: give a number above zero, such as 20");
        }
        return new MarketSource.Recorded(
                Path.of(folder),
                optionalDate(given),
                value(given, "from", "a time such as 09:30", LocalTime::parse, MarketSource.Recorded.OPENING),
                speed);
    }

    private static @Nullable LocalDate optionalDate(Map<String, String> given) {
        return given.containsKey("date")
                ? value(given, "date", "a date such as 2013-10-07", LocalDate::parse, LocalDate.MIN)
                : null;
    }

    private static int number(Map<String, String> given, String name, int byDefault, int least, int most) {
        int number = value(given, name, "a whole number", Integer::parseInt, byDefault);
        if (number < least || number > most) {
            throw new UsageException("--" + name + " " + number + " is not possible: give " + least + " to " + most);
        }
        return number;
    }

    private static <T> T value(
            Map<String, String> given, String name, String shape, Function<String, T> parse, T byDefault) {
        String text = given.get(name);
        if (text == null) {
            return byDefault;
        }
        try {
            return parse.apply(text);
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw new UsageException("--" + name + " " + text + " is not readable: give " + shape);
        }
    }
}
