package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.model.order.ClientOrderId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do so that protection and position agree again.
 *
 * @param steps sent in this order; empty when all is well or an answer must come first
 * @param alarm what a person must know now, null when nothing
 */
public record Repair(List<Step> steps, @Nullable Reason alarm) {

    static final Repair NOTHING = new Repair(List.of(), null);

    public Repair {
        steps = List.copyOf(steps);
    }

    /** Whether a step makes protection more than what is known to be there. */
    boolean adds(Standing standing) {
        return steps.stream().anyMatch(step -> switch (step) {
            case Step.Place _ -> true;
            case Step.Resize resize ->
                standing.legs().stream()
                        .filter(leg -> leg.clientOrderId().equals(resize.clientOrderId()))
                        .anyMatch(leg -> resize.open().compareTo(leg.open()) > 0);
            case Step.Cancel _ -> false;
        });
    }

    /** One order to the broker. A leg is {@link Leg.Proof#PENDING} from its storing until the answer. */
    public sealed interface Step {

        /** A new leg, in the bracket's OCA group that reduces the other leg by each fill. */
        record Place(Leg.Kind kind, BigDecimal quantity) implements Step {}

        /** The leg's total quantity becomes what it has filled plus this. */
        record Resize(ClientOrderId clientOrderId, BigDecimal open) implements Step {}

        /** The leg goes. */
        record Cancel(ClientOrderId clientOrderId) implements Step {}
    }

    /** Why a person is called. */
    public enum Reason {
        /** The legs have traded more than the position; what is left of them is cancelled. */
        POSITION_REVERSED,
        /** The proven stop is smaller than the position; it is being mended, or cannot be while the gateway is away. */
        UNPROTECTED,
        /** What became of a leg is not known, so none is placed or grown. */
        PROTECTION_UNKNOWN,
        /** A leg is larger than the position, and making it smaller was refused; it is asked for again. */
        PROTECTION_TOO_LARGE
    }
}
