package com.quanticity.ibkr.model.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which contract an option symbol means, as the broker's details prove or disprove.
 *
 * @param symbol the symbol that was asked about
 * @param contractId what the broker answered with, null when with nothing
 * @param state orders pass for {@link State#MATCHED} only
 * @param reason what does not agree, empty when all does
 */
public record OccMapping(OccSymbol symbol, @Nullable ContractId contractId, State state, String reason, Instant at)
        implements ContractFact {

    /** How symbol and details compare. */
    public enum State {
        /** Root, expiry, right, strike and the broker's own symbol agree. */
        MATCHED,
        /** The broker answered with another contract than the symbol names; orders for it are denied. */
        MISMATCH,
        /** The broker knows no such option. */
        UNKNOWN
    }
}
