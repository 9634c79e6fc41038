package com.quanticity.ibkr.chaos.report;

import com.quanticity.ibkr.chaos.plan.FaultKind;
import com.quanticity.ibkr.chaos.plan.PlannedFault;
import com.quanticity.ibkr.chaos.proof.Checked;
import com.quanticity.ibkr.chaos.proof.Invariant;
import com.quanticity.ibkr.chaos.proof.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Collects results and makes the report of them. Not thread-safe. */
public final class Summary {

    private final String command;
    private final String commit;
    private final Instant begin;
    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    private final Map<Invariant, Integer> broken = new EnumMap<>(Invariant.class);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> unasked = new TreeMap<>();
    private final List<Duration> lengths = new ArrayList<>();
    private final List<RunResult> failed = new ArrayList<>();
    private Checked checked = Checked.NOTHING;

    /**
     * @param command as it was typed
     * @param commit of the code, empty when it is not known
     */
    public Summary(String command, String commit, Instant begin) {
        this.command = command;
        this.commit = commit;
        this.begin = begin;
    }

    public void add(RunResult result) {
        lengths.add(result.took());
        for (PlannedFault fault : result.plan().faults()) {
            faults.merge(fault.kind(), 1, Integer::sum);
        }
        if (!result.violations().isEmpty()) {
            failed.add(result);
            result.violations().stream()
                    .map(Violation::invariant)
                    .distinct()
                    .forEach(each -> broken.merge(each, 1, Integer::sum));
        }
    }

    /** What is known only at the end of a platform. */
    public void addPlatform(Map<String, Integer> ordersByOutcome, Checked compared, Map<String, Integer> unaskedEnds) {
        ordersByOutcome.forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
        unaskedEnds.forEach((program, count) -> unasked.merge(program, count, Integer::sum));
        checked = checked.plus(compared);
    }

    public boolean isClean() {
        return failed.isEmpty();
    }

    /** @param tampered how many copies of the audit record were tampered with */
    public String document(Instant end, int tampered) {
        List<String> lines = new ArrayList<>();
        lines.add("# Chaos report");
        lines.add("");
        lines.add(
                "Written by the suite. What it does, how to run it and how to repeat a run: [chaos](../chaos/README.md).");
        lines.add("");
        figures(lines, end, tampered);
        faults(lines);
        invariants(lines);
        outcomes(lines);
        findings(lines);
        return String.join("\n", lines) + "\n";
    }

    private void figures(List<String> lines, Instant end, int tampered) {
        lines.add("| | |");
        lines.add("|---|---|");
        lines.add("| runs | " + lengths.size() + " |");
        lines.add("| runs with a violation | " + failed.size() + " |");
        lines.add("| faults | "
                + faults.values().stream().mapToInt(Integer::intValue).sum() + " |");
        lines.add("| orders in the ledger, each compared with the broker's | " + checked.orders() + " |");
        lines.add("| fills | " + checked.fills() + " |");
        lines.add("| changes asked for | " + checked.changes() + " |");
        lines.add("| brackets, of them left by stop or target | " + checked.brackets() + ", " + checked.bracketsLeft()
                + " |");
        lines.add("| parents of algorithms (TWAP) | " + checked.parents() + " |");
        lines.add("| entries of the audit chain | " + checked.auditEntries() + " |");
        lines.add("| tampered copies of the chain, all found out unless told below | " + tampered + " |");
        lines.add(
                "| a run took | " + seconds(quantile(0.5)) + " s (median), " + seconds(quantile(1)) + " s (longest) |");
        lines.add("| command | `" + command + "` |");
        lines.add("| code | " + (commit.isEmpty() ? "unknown" : commit) + " |");
        lines.add("| machine | " + Hardware.text() + " |");
        lines.add("| time | " + begin.truncatedTo(ChronoUnit.SECONDS) + " to " + end.truncatedTo(ChronoUnit.SECONDS)
                + " |");
        lines.add("");
    }

    private void faults(List<String> lines) {
        lines.add("## Faults");
        lines.add("");
        lines.add("| Fault | What it is | Times |");
        lines.add("|---|---|---:|");
        for (FaultKind kind : FaultKind.values()) {
            lines.add("| `" + kind + "` | " + kind.text() + " | " + faults.getOrDefault(kind, 0) + " |");
        }
        lines.add("");
    }

    private void invariants(List<String> lines) {
        lines.add("## Invariants");
        lines.add("");
        lines.add("| Invariant | Says | Runs that broke it |");
        lines.add("|---|---|---:|");
        for (Invariant invariant : Invariant.values()) {
            lines.add("| `" + invariant + "` | " + invariant.text() + " | " + broken.getOrDefault(invariant, 0) + " |");
        }
        lines.add("");
    }

    private void outcomes(List<String> lines) {
        lines.add("## How the orders ended in the ledger");
        lines.add("");
        lines.add("| Status and reason | Orders |");
        lines.add("|---|---:|");
        outcomes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> lines.add("| " + entry.getKey() + " | " + entry.getValue() + " |"));
        lines.add("");
        if (!unasked.isEmpty()) {
            lines.add("Programs that ended without being killed: " + unasked + ".");
            lines.add("");
        }
    }

    private void findings(List<String> lines) {
        lines.add("## Violations");
        lines.add("");
        if (failed.isEmpty()) {
            lines.add("None: no invariant was violated.");
        }
        for (RunResult result : failed) {
            lines.add("- seed " + result.plan().seed() + ", faults "
                    + result.plan().faults());
            result.violations().stream().limit(5).forEach(each -> lines.add("  - " + each));
            if (result.violations().size() > 5) {
                lines.add("  - and " + (result.violations().size() - 5) + " more");
            }
        }
        lines.add("");
        lines.addAll(Findings.lines());
    }

    private Duration quantile(double share) {
        List<Duration> sorted = lengths.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
