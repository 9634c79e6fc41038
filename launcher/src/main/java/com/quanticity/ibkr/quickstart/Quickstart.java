package com.quanticity.ibkr.quickstart;

import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the command line and runs what it asks for. Exit codes: 0 done, 1 the check failed, 2 cannot start. */
public final class Quickstart {

    private static final int CANNOT_START = 2;

    private Quickstart() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Options options = new Options();
        CommandLine commandLine = new CommandLine(options);
        try {
            commandLine.parseArgs(arguments);
            if (options.help) {
                commandLine.usage(out);
                return 0;
            }
            return run(options, out, err);
        } catch (ParameterException e) {
            String firstLine =
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            err.println("quickstart: " + firstLine + ": see ./quickstart --help");
            return CANNOT_START;
        } catch (CannotStartException e) {
            err.println("quickstart: " + e.getMessage());
            return CANNOT_START;
        }
    }

    private static int run(Options options, PrintStream out, PrintStream err) throws CannotStartException {
        Path home = home();
        if (options.check) {
            return new CheckRun(options, home, out, err).run();
        }
        if (options.verifyRecording) {
            return new VerifyRun(options, home, out).run();
        }
        return new PlatformRun(options, home, out).run();
    }

    /** The project's root: the script says where it lies. */
    private static Path home() {
        return Path.of(System.getProperty("quickstart.home", ""))
                .toAbsolutePath()
                .normalize();
    }
}
