package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.reconcile.FillCheck.Found;
import com.quanticity.ibkr.execution.reconcile.FullRounds.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our fills against the drop copy's, round by round. What agreed once is not looked at again until one of its sides changes, save in a
 * full round. A round has two steps, {@link #compare} within the caller's transaction, {@link #settle} after it. Called by one thread, the
 * getters by every thread.
 */
final class FillComparison {

    private static final Logger LOG = LoggerFactory.getLogger(FillComparison.class);

    /** As long as gateways tell executions at all. Source: wire specification, orders section 6. */
    private static final Duration COMPARED = Duration.ofDays(7);

    private static final int SHOWN = 5;

    private final Supplier<Optional<Instant>> completeSince;
    private final Function<Instant, Optional<Instant>> adapterReadySince;
    private final FillCheck check;
    private final FullRounds rounds;
    private final MeterRegistry meters;
    private final Counter missed;
    private Outcome last = Outcome.NONE;
    private volatile int unsettled;
    private volatile @Nullable Instant fullyComparedAt;

    /** @param missing families that differ though no change told so */
    private record Outcome(
            Map<String, Long> agreed,
            Set<String> missing,
            @Nullable Instant fullAt) {

        private static final Outcome NONE = new Outcome(Map.of(), Set.of(), null);
    }

    /**
     * @param completeSince since when the drop copy has seen everything, empty while it has not
     * @param adapterReadySince since when the adapter's session is ready, as seen at a time
     */
    FillComparison(
            Supplier<Optional<Instant>> completeSince,
            Function<Instant, Optional<Instant>> adapterReadySince,
            FillCheck check,
            FullRounds rounds,
            MeterRegistry meters) {
        this.completeSince = completeSince;
        this.adapterReadySince = adapterReadySince;
        this.check = check;
        this.rounds = rounds;
        this.meters = meters;
        this.missed = meters.counter(ExecutionMeter.FILL_CHANGES_MISSED.meterName());
    }

    /** What differs, all that stands included; empty while the drop copy has not seen everything: then nothing is concluded. */
    Optional<List<Difference>> compare(Instant now) {
        last = Outcome.NONE;
        return completeSince.get().map(since -> compare(now, since));
    }

    /** Keeps in mind what {@link #compare} found, once its transaction has succeeded. */
    void settle() {
        check.unsettle(last.missing);
        check.settle(last.agreed);
        if (last.fullAt != null) {
            rounds.done(last.fullAt);
            fullyComparedAt = last.fullAt;
        }
        last = Outcome.NONE;
    }

    /** How many executions, by family, were looked at because they had changed or differ. */
    int unsettled() {
        return unsettled;
    }

    /** Null before the first time. */
    @Nullable Instant fullyComparedAt() {
        return fullyComparedAt;
    }

    private List<Difference> compare(Instant now, Instant since) {
        Optional<Reason> full = rounds.due(now, since, adapterReadySince.apply(now));
        long startedAt = System.nanoTime();
        // First: what changes after this has another number by the time it is settled.
        Map<String, Long> open = check.unsettled();
        List<Found> found = new ArrayList<>(check.among(open.keySet(), since));
        Set<String> missing = new HashSet<>();
        if (full.isPresent()) {
            List<Found> all = check.amongAll(now.minus(COMPARED), since);
            all.stream()
                    .map(Found::family)
                    .filter(family -> !open.containsKey(family))
                    .forEach(missing::add);
            if (!missing.isEmpty()) {
                missing.removeAll(check.unsettled().keySet()); // changed since the first look
            }
            found.addAll(all);
        }
        Map<String, Long> agreed = new HashMap<>(open);
        found.forEach(each -> agreed.remove(each.family()));
        unsettled = open.size();
        last = new Outcome(agreed, missing, full.isPresent() ? now : null);
        tell(full, open.size(), open.size() - agreed.size(), missing, Duration.ofNanos(System.nanoTime() - startedAt));
        return found.stream().map(Found::difference).toList();
    }

    private void tell(Optional<Reason> full, int looked, int different, Set<String> missing, Duration took) {
        meters.timer(ExecutionMeter.FILLS_COMPARED.meterName(), "scope", full.isPresent() ? "all" : "changed")
                .record(took);
        full.ifPresent(reason -> LOG.info(
                "all fills compared because={} unsettled={} different={} tookMillis={}",
                reason,
                looked,
                different + missing.size(),
                took.toMillis()));
        if (!missing.isEmpty()) {
            missed.increment(missing.size());
            LOG.error(
                    "fills differ that no change told of count={} families={}; they are looked at from now on, report it",
                    missing.size(),
                    missing.stream().sorted().limit(SHOWN).toList());
        }
    }
}
