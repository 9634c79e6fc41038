package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to be asked for. Source of the rules: wire specification, behaviour 3 (quota, one request for an instrument in 15 s)
 * and 6 (no options in real time). Not thread-safe.
 */
final class TickPlan {

    private final int slots;
    private final Duration interval;
    private final Map<ContractId, Instant> asked = new HashMap<>();

    /** What is to be done with a stream now. */
    sealed interface Turn {

        /** It may be asked for. */
        record Ask(Contract contract) implements Turn {}

        /**
         * Not now.
         *
         * @param until when it may be asked for, null when that depends on something else than time
         * @param holdsSlot whether it keeps its place in the quota meanwhile
         */
        record Wait(String reason, @Nullable Instant until, boolean holdsSlot) implements Turn {}

        /** Not at all. */
        record Refuse(String reason) implements Turn {}
    }

    TickPlan(int slots, Duration interval) {
        this.slots = slots;
        this.interval = interval;
    }

    int slots() {
        return slots;
    }

    /** A request for this instrument went out. */
    void onAsked(ContractId instrument, Instant at) {
        asked.put(instrument, at);
    }

    /** When an instrument may be asked for again; null when at any time. */
    @Nullable Instant nextAllowed(ContractId instrument) {
        Instant last = asked.get(instrument);
        return last == null ? null : last.plus(interval);
    }

    /** Whether a stream may exist at all, and a slot is left for it behind those that are more important. */
    Turn turn(TickStream stream, @Nullable Contract contract, int slotsTaken) {
        if (contract == null) {
            return new Turn.Wait(
                    stream.symbol() + " is not resolved; put it on the watch list, or look at /api/v1/contracts",
                    null,
                    false);
        }
        SecurityType type = contract.securityType();
        if (type == SecurityType.OPTION || type == SecurityType.FUTURE_OPTION) {
            return new Turn.Refuse("the broker serves no tick-by-tick data for options; use level 1 data");
        }
        if (slotsTaken >= slots) {
            return new Turn.Wait(
                    "the quota of " + slots + " streams is used up; end one, or raise ibkr.adapter.tick-by-tick."
                            + "market-data-lines when the login has more lines",
                    null,
                    false);
        }
        return new Turn.Ask(contract);
    }

    /** When a request for the contract may go out: after the pause of its instrument and after its own. */
    Turn when(Contract contract, @Nullable Instant notBefore, String whyNotBefore, Instant now) {
        if (notBefore != null && now.isBefore(notBefore)) {
            return new Turn.Wait(whyNotBefore, notBefore, true);
        }
        Instant allowed = nextAllowed(contract.id());
        if (allowed != null && now.isBefore(allowed)) {
            return new Turn.Wait(
                    "one request for an instrument in " + interval.toSeconds() + " s; the last was at "
                            + allowed.minus(interval),
                    allowed,
                    true);
        }
        return new Turn.Ask(contract);
    }
}
