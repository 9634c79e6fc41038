package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The next version of a discrepancy. */
final class Changes {

    private Changes() {}

    static Discrepancy sides(Discrepancy before, String ours, String theirs, Instant at) {
        return with(before, ours, theirs, before.state(), before.ignoredUntil(), before.by(), before.reason(), at);
    }

    static Discrepancy cleared(Discrepancy before, Instant at) {
        return with(
                before,
                before.ours(),
                before.theirs(),
                DiscrepancyState.CLEARED,
                null,
                before.by(),
                before.reason(),
                at);
    }

    static Discrepancy reopened(Discrepancy before, Instant at) {
        return with(
                before, before.ours(), before.theirs(), DiscrepancyState.OPEN, null, before.by(), before.reason(), at);
    }

    static Discrepancy ignored(Discrepancy before, Instant until, String by, String reason, Instant at) {
        return with(before, before.ours(), before.theirs(), DiscrepancyState.IGNORED, until, by, reason, at);
    }

    static Discrepancy resolved(Discrepancy before, String by, String reason, Instant at) {
        return with(before, before.ours(), before.theirs(), DiscrepancyState.RESOLVED, null, by, reason, at);
    }

    private static Discrepancy with(
            Discrepancy before,
            String ours,
            String theirs,
            DiscrepancyState state,
            @Nullable Instant ignoredUntil,
            String by,
            String reason,
            Instant at) {
        return new Discrepancy(
                before.id(),
                before.kind(),
                before.account(),
                before.contractId(),
                before.symbol(),
                before.reference(),
                ours,
                theirs,
                before.witness(),
                state,
                before.since(),
                before.openedAt(),
                state == DiscrepancyState.CLEARED ? at : null,
                ignoredUntil,
                by,
                reason,
                before.version() + 1,
                at);
    }
}
