package com.quanticity.ibkr.model.reconcile;

import com.quanticity.ibkr.model.contract.ContractId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One lasting difference between our books and a witness, with both sides and its age.
 *
 * @param id ULID
 * @param kind what differs
 * @param account account, empty when it is not known
 * @param contractId contract, null when it is not known; then the symbol names the instrument
 * @param symbol symbol
 * @param reference order, execution or statement row it is about; empty for a position
 * @param ours our side in words, a plain decimal for quantities; empty = we have none
 * @param theirs the witness's side likewise
 * @param witness who says so: {@code positions}, {@code drop-copy}, {@code adapter}, {@code statement 2026-03-02}
 * @param state where it stands
 * @param since when the difference was first seen
 * @param openedAt when it outlasted the tolerance
 * @param endedAt when both sides agreed again, null while they do not
 * @param ignoredUntil end of a person's IGNORED, null when there is none
 * @param by who decided last, empty while nobody did
 * @param reason why, in that person's words
 * @param version grows by one with each change
 * @param updatedAt when it last changed
 */
public record Discrepancy(
        String id,
        DiscrepancyKind kind,
        String account,
        @Nullable ContractId contractId,
        String symbol,
        String reference,
        String ours,
        String theirs,
        String witness,
        DiscrepancyState state,
        Instant since,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable Instant ignoredUntil,
        String by,
        String reason,
        long version,
        Instant updatedAt) {

    /** True while new orders for the instrument are to be denied because of it. */
    public boolean locks() {
        return kind.locks() && (state == DiscrepancyState.OPEN || state == DiscrepancyState.RESOLVED);
    }

    public boolean isEnded() {
        return state == DiscrepancyState.CLEARED;
    }
}
