package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.login.Role;
import com.quanticity.ibkr.model.risk.RiskScope;
import java.time.Instant;

/**
 * A request that waits for its second person.
 *
 * @param id ULID
 * @param requestedBy login of the first person
 * @param requestedRole their role when they asked
 * @param scope what is to be resumed
 * @param reason one line
 * @param requestedAt when
 * @param expiresAt when it lapses
 */
record Approval(
        String id,
        String requestedBy,
        Role requestedRole,
        RiskScope scope,
        String reason,
        Instant requestedAt,
        Instant expiresAt) {

    /** How it ended. */
    enum End {
        APPROVED,
        REFUSED,
        WITHDRAWN,
        LAPSED
    }

    boolean isLapsed(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
