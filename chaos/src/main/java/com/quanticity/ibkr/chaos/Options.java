package com.quanticity.ibkr.chaos;

import com.quanticity.ibkr.chaos.plan.FaultKind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "chaos",
        sortOptions = false,
        usageHelpWidth = 110,
        description =
                "Kills and cuts the running platform at random and compares its books with the simulator's. Exit code 1"
                        + " when an invariant was violated; the findings then name seeds, and --seed N --runs 1 repeats one.%n")
final class Options {

    @Option(names = "--runs", paramLabel = "N", description = "How many runs; 500 otherwise.")
    int runs = 500;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the first run, the next one has N+1; 1 otherwise.")
    long seed = 1;

    @Option(names = "--times", paramLabel = "N", description = "Carries out every plan so often; 1 otherwise.")
    int times = 1;

    @Option(names = "--minutes", paramLabel = "N", description = "Begins no run after so many minutes.")
    @Nullable Integer minutes;

    @Option(
            names = "--faults",
            paramLabel = "KIND",
            split = ",",
            description = "Draws these faults only: ${COMPLETION-CANDIDATES}.")
    Set<FaultKind> faults = EnumSet.allOf(FaultKind.class);

    @Option(
            names = "--platforms",
            paramLabel = "N",
            description = "How many platforms run beside each other; 1 otherwise. Each wants about 2 GiB of memory.")
    int platforms = 1;

    @Option(
            names = "--runs-per-platform",
            paramLabel = "N",
            description = "A new platform with empty books after so many runs; 25 otherwise.")
    int runsPerPlatform = 25;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description =
                    "How long the books may take to agree after the last fault; 60 otherwise, and never less than three starts of the platform.")
    int patience = 60;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Writes the report there, docs/chaos.md for example.")
    @Nullable Path report;

    @Option(
            names = "--no-cache",
            description = "Starts services as they are: for a few runs; making the caches takes a minute or two.")
    boolean noCache;

    @Option(
            names = "--story",
            paramLabel = "TITLE",
            split = ",",
            arity = "0..1",
            fallbackValue = "",
            description = "Plays named days instead of random runs, all when none is named; the README lists them.")
    @Nullable List<String> stories;

    @Option(names = "--plan", description = "Shows the plans and does nothing.")
    boolean planOnly;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    boolean help;
}
