package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.execution.bracket.Leg.Kind;
import com.quanticity.ibkr.execution.bracket.Leg.Proof;
import com.quanticity.ibkr.execution.bracket.Repair.Reason;
import com.quanticity.ibkr.execution.bracket.Repair.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the stop as large as the position, never larger, and the target behind it. Asked after every change of a bracket; it takes one
 * step and waits for the proof of it. Too much goes at once; more comes only when every leg's fate is proven. A stop grows only while no
 * target is live: a target's fill on the way would make it larger than the position. For that moment the target is given up, the stop
 * never. A target that is placed can be too large by what the stop fills during its way; the next question takes that back.
 *
 * <p>Source of the rule: wire specification, orders, "OCA": types 2 and 3 reduce the other members by each fill; so there is one stop
 * and one target in a group, never two of a kind.
 */
public final class Protection {

    private Protection() {}

    /** What to do now. */
    public static Repair repair(Standing standing) {
        Reason alarm = alarm(standing);
        if (!standing.connected()) {
            return new Repair(List.of(), alarm);
        }
        if (standing.position().signum() < 0) {
            return new Repair(cancels(standing.legs()), alarm);
        }
        List<Step> shrinking = new ArrayList<>(shrink(standing, Kind.STOP));
        shrinking.addAll(shrink(standing, Kind.TARGET));
        return new Repair(shrinking.isEmpty() ? grow(standing) : shrinking, alarm);
    }

    private static @Nullable Reason alarm(Standing standing) {
        if (standing.position().signum() < 0) {
            return Reason.POSITION_REVERSED;
        }
        if (standing.legs().stream().anyMatch(leg -> leg.proof() == Proof.UNKNOWN)) {
            return Reason.PROTECTION_UNKNOWN;
        }
        boolean mending = standing.connected()
                && standing.has(Kind.STOP, Proof.PENDING)
                && !standing.refused().contains(Kind.STOP);
        if (!mending && standing.least(Kind.STOP).compareTo(standing.position()) < 0) {
            return Reason.UNPROTECTED;
        }
        return standing.refused().stream().anyMatch(standing::isTooLarge) ? Reason.PROTECTION_TOO_LARGE : null;
    }

    /** What is uncertain counts whole; only confirmed legs can be made smaller with a known result. */
    private static List<Step> shrink(Standing standing, Kind kind) {
        BigDecimal excess = standing.open(kind).subtract(standing.most());
        List<Step> steps = new ArrayList<>();
        for (Leg leg : standing.legs(kind).reversed()) {
            if (excess.signum() > 0 && leg.proof() == Proof.CONFIRMED) {
                BigDecimal less = leg.open().min(excess);
                steps.add(sized(leg, leg.open().subtract(less)));
                excess = excess.subtract(less);
            }
        }
        return steps;
    }

    private static List<Step> grow(Standing standing) {
        if (standing.position().signum() == 0 || isUncertain(standing, Kind.STOP)) {
            return List.of();
        }
        if (standing.open(Kind.STOP).compareTo(standing.position()) < 0) {
            return growStop(standing);
        }
        return standing.wantsTarget() && !isUncertain(standing, Kind.TARGET) ? growTarget(standing) : List.of();
    }

    private static List<Step> growStop(Standing standing) {
        List<Leg> targets = standing.legs(Kind.TARGET);
        if (!targets.isEmpty()) {
            return cancels(targets.stream()
                    .filter(leg -> leg.proof() == Proof.CONFIRMED)
                    .toList());
        }
        return grown(standing, Kind.STOP);
    }

    private static List<Step> growTarget(Standing standing) {
        return standing.open(Kind.TARGET).compareTo(standing.position()) < 0 ? grown(standing, Kind.TARGET) : List.of();
    }

    /** One leg of a kind: the one that is there grows, a second one is never placed. */
    private static List<Step> grown(Standing standing, Kind kind) {
        List<Leg> legs = standing.legs(kind);
        if (legs.isEmpty()) {
            return List.of(new Step.Place(kind, standing.position()));
        }
        Leg first = legs.getFirst();
        BigDecimal others = standing.open(kind).subtract(first.open());
        return List.of(
                new Step.Resize(first.clientOrderId(), standing.position().subtract(others)));
    }

    private static boolean isUncertain(Standing standing, Kind kind) {
        return standing.has(kind, Proof.PENDING) || standing.has(kind, Proof.UNKNOWN);
    }

    private static Step sized(Leg leg, BigDecimal open) {
        return open.signum() == 0 ? new Step.Cancel(leg.clientOrderId()) : new Step.Resize(leg.clientOrderId(), open);
    }

    /** Cancels pass whatever is known of a leg. */
    private static List<Step> cancels(List<Leg> legs) {
        return legs.stream()
                .<Step>map(leg -> new Step.Cancel(leg.clientOrderId()))
                .toList();
    }
}
