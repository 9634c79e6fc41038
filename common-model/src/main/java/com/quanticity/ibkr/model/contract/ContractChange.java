package com.quanticity.ibkr.model.contract;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing about a contract that is not as it was at the refresh before.
 *
 * @param day of the refresh that found it, in New York
 * @param symbol the contract's symbol before
 * @param before empty when there was nothing
 * @param after empty when there is nothing any more
 */
public record ContractChange(
        LocalDate day,
        ContractId contractId,
        String symbol,
        ContractField field,
        String before,
        String after,
        Instant at)
        implements ContractFact {

    @Override
    public String toString() {
        return symbol + " " + field + " " + (before.isEmpty() ? "none" : before) + " -> "
                + (after.isEmpty() ? "none" : after);
    }
}
