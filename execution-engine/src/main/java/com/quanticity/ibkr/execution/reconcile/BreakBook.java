package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides which differences last. One opens when its gap stayed the same for the tolerance, or when there was any gap for five times as
 * long: things in flight have gaps that change and vanish. Standing ones follow what is seen, and clear when their witness is known and
 * agrees. Not thread-safe; the standing ones belong to the caller, only the young ones are kept here.
 */
final class BreakBook {

    /** Trading without a pause must not hide a difference for ever. */
    private static final int ANY_GAP = 5;

    /**
     * One comparison.
     *
     * @param at when it was made
     * @param known witnesses that could be read; nothing is concluded about the others
     * @param differences what those say otherwise than we do
     */
    record Observation(Instant at, Set<String> known, List<Difference> differences) {

        Observation {
            known = Set.copyOf(known);
            differences = List.copyOf(differences);
        }
    }

    private final Duration tolerance;
    private final Supplier<String> ids;
    private final Map<Difference.Key, Young> young = new HashMap<>();

    private record Young(Instant since, Instant sameSince, String gap) {}

    /** @param ids gives a new id for each discrepancy */
    BreakBook(Duration tolerance, Supplier<String> ids) {
        this.tolerance = tolerance;
        this.ids = ids;
    }

    /**
     * Takes one comparison.
     *
     * @param standing every discrepancy that has not ended
     * @return those that are new or changed, as they are now
     */
    List<Discrepancy> observe(Observation observation, List<Discrepancy> standing) {
        Map<Difference.Key, Difference> seen = new LinkedHashMap<>();
        observation.differences().forEach(difference -> seen.putIfAbsent(difference.key(), difference));
        List<Discrepancy> changes = new ArrayList<>();
        for (Discrepancy discrepancy : standing) {
            Difference difference = seen.remove(Difference.Key.of(discrepancy));
            Discrepancy now = observation.known().contains(discrepancy.witness())
                    ? follow(discrepancy, difference, observation.at())
                    : discrepancy;
            if (now != discrepancy) {
                changes.add(now);
            }
            young.remove(Difference.Key.of(discrepancy));
        }
        young.keySet().retainAll(seen.keySet());
        seen.values().forEach(difference -> age(difference, observation.at(), changes));
        return changes;
    }

    /** How many differences are younger than the tolerance. */
    int young() {
        return young.size();
    }

    private void age(Difference difference, Instant at, List<Discrepancy> changes) {
        Young before = young.get(difference.key());
        Young now = before == null
                ? new Young(at, at, difference.gap())
                : before.gap.equals(difference.gap()) ? before : new Young(before.since, at, difference.gap());
        young.put(difference.key(), now);
        boolean lasts = !at.isBefore(now.sameSince.plus(tolerance))
                || !at.isBefore(now.since.plus(tolerance.multipliedBy(ANY_GAP)));
        if (lasts) {
            changes.add(open(difference, now.since, at));
        }
    }

    private Discrepancy open(Difference difference, Instant since, Instant at) {
        Difference.Key key = difference.key();
        return new Discrepancy(
                ids.get(),
                key.kind(),
                key.account(),
                key.contractId(),
                key.symbol(),
                key.reference(),
                difference.ours(),
                difference.theirs(),
                key.witness(),
                DiscrepancyState.OPEN,
                since,
                at,
                null,
                null,
                "",
                "",
                1,
                at);
    }

    private Discrepancy follow(Discrepancy discrepancy, @Nullable Difference seen, Instant at) {
        if (seen == null) {
            return Changes.cleared(discrepancy, at);
        }
        boolean sameSides =
                seen.ours().equals(discrepancy.ours()) && seen.theirs().equals(discrepancy.theirs());
        boolean sameGap =
                seen.gap().equals(Difference.gap(discrepancy.kind(), discrepancy.ours(), discrepancy.theirs()));
        Discrepancy now = sameSides ? discrepancy : Changes.sides(discrepancy, seen.ours(), seen.theirs(), at);
        return mustReopen(discrepancy, sameGap, at) ? Changes.reopened(now, at) : now;
    }

    /** What a person let be was this gap until that time; what a person booked must close the gap within the tolerance. */
    private boolean mustReopen(Discrepancy discrepancy, boolean sameGap, Instant at) {
        return switch (discrepancy.state()) {
            case IGNORED -> !sameGap || discrepancy.ignoredUntil() == null || !at.isBefore(discrepancy.ignoredUntil());
            case RESOLVED -> !at.isBefore(discrepancy.updatedAt().plus(tolerance));
            case OPEN, CLEARED -> false;
        };
    }
}
