package com.quanticity.ibkr.execution.bracket;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A bracket as far as is known. Quantities in shares or contracts, never negative; the direction does not matter here.
 *
 * @param entered filled by the entry
 * @param entryOpen what the entry may still fill, whole while it is unknown; zero once it is proven ended
 * @param attached the legs are the broker's own children of the entry: they wait for it, and until it has ended they may be as large as
 *     what it can still come to
 * @param exited filled by all legs, ended ones included
 * @param wantsTarget whether there is a target besides the stop
 * @param connected whether orders can be sent and what is known is the broker's present answer
 * @param refused kinds of which the last order, change or cancel was refused, also while it is being asked for again
 * @param legs legs without proof of their end
 */
public record Standing(
        BigDecimal entered,
        BigDecimal entryOpen,
        boolean attached,
        BigDecimal exited,
        boolean wantsTarget,
        boolean connected,
        Set<Leg.Kind> refused,
        List<Leg> legs) {

    public Standing {
        refused = Set.copyOf(refused);
        legs = List.copyOf(legs);
    }

    /** The open position; negative when the legs have sold more than the entry bought. */
    BigDecimal position() {
        return entered.subtract(exited);
    }

    /** Most that a kind of leg may come to without ever being larger than the position. */
    BigDecimal most() {
        return attached ? position().add(entryOpen) : position();
    }

    List<Leg> legs(Leg.Kind kind) {
        return legs.stream().filter(leg -> leg.kind() == kind).toList();
    }

    /** Whether legs of a kind are larger than they may be. */
    boolean isTooLarge(Leg.Kind kind) {
        return open(kind).compareTo(most().max(BigDecimal.ZERO)) > 0;
    }

    BigDecimal open(Leg.Kind kind) {
        return legs(kind).stream().map(Leg::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What legs of a kind protect for certain. */
    BigDecimal least(Leg.Kind kind) {
        return legs(kind).stream().map(Leg::least).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean has(Leg.Kind kind, Leg.Proof proof) {
        return legs(kind).stream().anyMatch(leg -> leg.proof() == proof);
    }
}
