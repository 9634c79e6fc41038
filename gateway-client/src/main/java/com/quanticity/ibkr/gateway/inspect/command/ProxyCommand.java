package com.quanticity.ibkr.gateway.inspect.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at what passes between clients and a gateway. */
@Command(
        name = "proxy",
        sortOptions = false,
        usageHelpWidth = 110,
        description =
                "Stands between any client and a gateway, passes everything on unchanged and prints both directions,"
                        + " one line of JSON a message, until Ctrl-C. The gateway must trust this machine's address.",
        footer =
                "%nBytes are sent on before they are looked at; when the terminal or the disk is too slow, lines are left"
                        + " out%nand counted, the connection never waits. Exit code 130: stopped by Ctrl-C; 2: cannot run.")
final class ProxyCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "LISTEN",
            description = "[HOST:]PORT for clients; this machine only by default.")
    private String listen = "";

    @Parameters(index = "1", paramLabel = "TARGET", description = "HOST:PORT of the gateway or TWS.")
    private String target = "";

    @Option(names = "--record", paramLabel = "FILE", description = "Write a wire capture too; decode reads it.")
    private @Nullable Path record;

    @Option(
            names = "--mask-accounts",
            description = "Replace account numbers in what is printed and written; what passes stays as it is.")
    private boolean maskAccounts;

    @Option(
            names = "--max-version",
            paramLabel = "N",
            description =
                    "Cut the client's offer down to this version, so that newer clients speak a protocol that can be"
                            + " read here: 200 or less.")
    private @Nullable Integer maxVersion;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    ProxyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (maxVersion != null) {
            Versions.check(maxVersion);
        }
        Address gateway = Address.parse(target);
        try (BufferedWriter capture = open(record);
                FrameLog log = new FrameLog(new ProxyOutput(console.out(), capture, maskAccounts));
                Proxy proxy = Proxy.start(Address.parse(listen), gateway, maxVersion, Clock.systemUTC(), log)) {
            console.err().println("ibkr-wire proxy: listening on port " + proxy.port() + " for " + gateway);
            awaitStop(proxy, log);
        }
        return ExitCode.DONE;
    }

    /** On Ctrl-C the log is written to its end before the process goes. */
    private static void awaitStop(Proxy proxy, FrameLog log) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            proxy.close();
            log.close();
            stopped.countDown();
        }));
        stopped.await();
    }

    private static @Nullable BufferedWriter open(@Nullable Path file) {
        try {
            return file == null ? null : Files.newBufferedWriter(file, US_ASCII);
        } catch (IOException e) {
            throw new UsageException("cannot write " + file + " (" + e.getMessage() + "): choose another --record");
        }
    }
}
