package com.quanticity.ibkr.risk.limit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the limits that one person wants.
 *
 * @param id ULID
 * @param baseVersion version that it changes; it lapses when another takes effect before
 * @param content what the limits would be
 * @param by who wants it
 * @param reason why
 * @param at when it was proposed
 * @param state where it stands
 * @param decidedBy who approved or rejected it, null while it is open
 * @param decidedAt when, null while it is open
 */
record LimitProposal(
        String id,
        long baseVersion,
        LimitContent content,
        String by,
        String reason,
        Instant at,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    enum State {
        OPEN,
        APPROVED,
        REJECTED
    }
}
