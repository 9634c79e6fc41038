package com.quanticity.ibkr.execution.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of an algorithm in the register.
 *
 * @param algorithm its id, as orders name it
 * @param version from 1, growing
 * @param purpose what it does, in a sentence or two
 * @param owner who answers for it
 * @param limits what its parents may be
 * @param decidedBy who approved, refused or disabled it; empty while nobody has
 * @param reason of that decision
 */
record Algorithm(
        String algorithm,
        int version,
        String purpose,
        String owner,
        Limits limits,
        State state,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        @Nullable Instant decidedAt,
        String reason) {

    /** Where a version stands. */
    enum State {
        /** Waits for a second person. */
        PROPOSED,
        /** Counts now. */
        ACTIVE,
        REFUSED,
        /** A later version took its place. */
        RETIRED,
        /** Stopped by a person; a new version must be approved to go on. */
        DISABLED
    }

    /**
     * What an algorithm may do, beside the limits of the firm.
     *
     * @param maximumQuantity largest parent, in shares or contracts; null = only the firm's limits bind
     * @param symbols what it may trade; null = everything on the watch list
     */
    record Limits(
            @Nullable BigDecimal maximumQuantity, @Nullable Set<String> symbols) {

        static final Limits NONE = new Limits(null, null);
    }
}
