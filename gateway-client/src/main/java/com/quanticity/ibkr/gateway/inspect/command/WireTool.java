package com.quanticity.ibkr.gateway.inspect.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. Exit codes: 0 done, 1 something was found to be wrong, 2 cannot run. */
@Command(
        name = "ibkr-wire",
        sortOptions = false,
        usageHelpWidth = 110,
        description = "Looks at the wire between a client and Interactive Brokers' gateway or TWS: the text protocol,"
                + " server versions 176 to 200.%n",
        footer = "%n./ibkr-wire COMMAND --help tells more about each.")
public final class WireTool implements Runnable {

    /** Read by the logging library when the first logger is made. */
    private static final String LOG_PROPERTY = "logback.configurationFile";

    private static final String LOG_CONFIGURATION = "com/quanticity/ibkr/gateway/inspect/command/logback.xml";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    public static void main(String[] arguments) {
        System.setProperty(LOG_PROPERTY, LOG_CONFIGURATION);
        Console console = Console.ofProcess();
        int exitCode = run(console, arguments);
        console.out().flush();
        System.exit(exitCode);
    }

    static int run(Console console, String... arguments) {
        CommandLine commandLine = new CommandLine(new WireTool())
                .addSubcommand("decode", new DecodeCommand(console))
                .addSubcommand("encode", new EncodeCommand(console))
                .addSubcommand("check", new CheckCommand(console))
                .addSubcommand("proxy", new ProxyCommand(console))
                .addSubcommand("ping", new PingCommand(console));
        commandLine.setOut(new PrintWriter(console.out(), true));
        commandLine.setErr(new PrintWriter(console.err(), true));
        commandLine.setParameterExceptionHandler((e, _) -> misused(console, e));
        commandLine.setExecutionExceptionHandler((e, failed, _) -> {
            if (e instanceof UsageException) {
                return unusable(console, failed.getCommandName(), String.valueOf(e.getMessage()));
            }
            throw e;
        });
        return commandLine.execute(arguments);
    }

    private static int misused(Console console, ParameterException e) {
        String firstLine = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String name = e.getCommandLine().getCommandName();
        return unusable(
                console,
                name,
                firstLine + ": see ./ibkr-wire " + (name.equals("ibkr-wire") ? "" : name + " ") + "--help");
    }

    private static int unusable(Console console, String command, String message) {
        console.err().println((command.equals("ibkr-wire") ? "" : "ibkr-wire ") + command + ": " + message);
        return ExitCode.UNUSABLE;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: decode, encode, check, proxy or ping");
    }
}
