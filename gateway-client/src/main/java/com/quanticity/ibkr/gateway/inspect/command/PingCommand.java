package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Logs on, says what it found, and measures how fast the gateway answers. */
@Command(
        name = "ping",
        sortOptions = false,
        usageHelpWidth = 110,
        description =
                "Logs on to a gateway, prints its version, time and accounts, and how fast it answers. Needs a client"
                        + " id that nobody uses at the moment.",
        footer = "%nExit code 0: answered; 1: refused or silent; 2: cannot run.")
final class PingCommand implements Callable<Integer> {

    private static final int MOST = 1_000;

    private final Console console;

    @Parameters(paramLabel = "HOST:PORT", description = "Gateway or TWS; PORT alone means this machine.")
    private String target = "";

    @Option(names = "--count", paramLabel = "N", description = "Questions for the time; ${DEFAULT-VALUE} otherwise.")
    private int count = 5;

    @Option(names = "--client-id", paramLabel = "N", description = "${DEFAULT-VALUE} otherwise.")
    private int clientId = 999;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "For the log-on, and for each answer; ${DEFAULT-VALUE} otherwise.")
    private int timeoutSeconds = 10;

    @Option(names = "--mask-accounts", description = "Show the last two characters of account numbers only.")
    private boolean maskAccounts;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    PingCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Address address = Address.parse(target);
        if (count < 1 || count > MOST) {
            throw new UsageException("--count " + count + " is out of range: 1 to " + MOST);
        }
        if (timeoutSeconds < 1 || clientId < 0 || address.port() == 0) {
            throw new UsageException("--timeout and the port are 1 or more, --client-id is 0 or more");
        }
        Duration timeout = Duration.ofSeconds(timeoutSeconds);
        PingListener listener = new PingListener();
        ConnectSettings settings = new ConnectSettings(
                address.host(),
                address.port(),
                ClientId.of(clientId),
                ConnectSettings.LOWEST_VERSION,
                ConnectSettings.HIGHEST_VERSION,
                "",
                timeout);
        long started = System.nanoTime();
        ConnectOutcome outcome =
                GatewayBindings.nativeBinding(Clock.systemUTC()).connect(settings, listener);
        return switch (outcome) {
            case ConnectOutcome.Connected(GatewayConnection connection) -> {
                try (connection) {
                    yield ping(connection, listener, Duration.ofNanos(System.nanoTime() - started), timeout);
                }
            }
            case ConnectOutcome.Refused(int code, String message) -> refused("code " + code + ", " + message);
            case ConnectOutcome.TimedOut(ConnectPhase _, String message) -> refused(message);
        };
    }

    private int refused(String why) {
        console.err().println("ibkr-wire ping: " + why);
        return ExitCode.FINDINGS;
    }

    private int ping(GatewayConnection connection, PingListener listener, Duration logOn, Duration timeout)
            throws InterruptedException {
        console.out().println("version   " + connection.serverVersion());
        console.out().println("login     " + connection.connectionTime());
        console.out().println("accounts  " + String.join(" ", listener.accounts(maskAccounts)));
        console.out().println("next id   " + listener.nextOrderId());
        console.out().println("log-on    " + Latencies.text(logOn));
        Latencies latencies = new Latencies();
        for (int i = 0; i < count; i++) {
            PingListener.Answer answer = listener.ask(connection, timeout);
            if (answer instanceof PingListener.Answer.Missing(String why)) {
                return refused("no answer to question " + (i + 1) + " of " + count + ": " + why);
            }
            if (answer instanceof PingListener.Answer.Time(var time, Duration latency)) {
                if (i == 0) {
                    console.out().println("time      " + time);
                }
                latencies.add(latency);
            }
        }
        console.out().println("latency   " + latencies);
        return ExitCode.DONE;
    }
}
