package com.quanticity.ibkr.chaos;

import com.quanticity.ibkr.chaos.machine.MachineException;
import com.quanticity.ibkr.chaos.report.Summary;
import com.quanticity.ibkr.chaos.story.Stories;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line of the suite. Exit code 0 = nothing violated, 1 = something was, 2 = it could not run. */
public final class ChaosCommand {

    private static final int VIOLATED = 1;
    private static final int CANNOT_RUN = 2;

    private ChaosCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, Path.of(System.getProperty("chaos.home", ".")), System.out, System.err));
    }

    /** @param home the project's root folder, whose jars are run */
    static int run(String[] arguments, Path home, PrintStream out, PrintStream err) {
        Options options = new Options();
        CommandLine line = new CommandLine(options);
        try {
            line.parseArgs(arguments);
            if (options.help) {
                line.usage(out);
                return 0;
            }
            if (options.platforms < 1) {
                throw new ParameterException(line, "--platforms must be 1 or more, was " + options.platforms);
            }
            Path root = home.toAbsolutePath().normalize();
            Clock clock = Clock.systemUTC();
            if (options.stories != null) {
                return stories(options, options.stories, root, clock, out) ? 0 : VIOLATED;
            }
            String command = ("./chaos/run " + String.join(" ", arguments)).strip();
            Summary summary = new Summary(command, commit(root), clock.instant());
            Results results = new Results(summary, options.report, clock, out);
            return new Suite(options, root, results, clock).run() ? 0 : VIOLATED;
        } catch (ParameterException | MachineException | IllegalArgumentException e) {
            err.println("chaos: " + e.getMessage());
            return CANNOT_RUN;
        } catch (IOException e) {
            err.println("chaos: cannot write (" + e + "): free some space, mend the permissions");
            return CANNOT_RUN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CANNOT_RUN;
        }
    }

    private static boolean stories(Options options, List<String> named, Path root, Clock clock, PrintStream out)
            throws InterruptedException {
        if (!options.noCache) {
            Platform.train(root, Suite.data(root));
        }
        List<String> titles = named.stream().filter(title -> !title.isEmpty()).toList();
        return Stories.play(titles, root, Suite.data(root), clock, out);
    }

    private static String commit(Path home) {
        try {
            Process git = new ProcessBuilder("git", "-C", home.toString(), "rev-parse", "--short", "HEAD")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
