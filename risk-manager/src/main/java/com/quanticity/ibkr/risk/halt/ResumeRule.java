package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.ops.OpsCommand.Resume;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * When a resume is refused: without two different people, when it lay unread for too long, or when it was approved for an earlier
 * halt than the present one.
 *
 * @param validity how long an approval holds
 */
record ResumeRule(Duration validity) {

    /** One line: why not and what to do; empty when the resume may go on. */
    Optional<String> objection(Resume command, Instant approvedAt, TradingChange present, Instant now) {
        if (person(command.requestedBy()).isEmpty()
                || person(command.approvedBy()).isEmpty()) {
            return Optional.of("a resume names two people, one is missing; let a second person approve it");
        }
        if (person(command.requestedBy()).equals(person(command.approvedBy()))) {
            return Optional.of("requested and approved by the same person; let a second person approve it");
        }
        if (now.isAfter(approvedAt.plus(validity))) {
            return Optional.of("approved at " + approvedAt + ", longer ago than " + validity.toSeconds()
                    + " s; look at the present state and resume again");
        }
        if (present.state() != TradingState.ACTIVE && approvedAt.isBefore(present.since())) {
            return Optional.of(
                    "approved before the present halt by " + present.by() + "; look at its reason and resume again");
        }
        return Optional.empty();
    }

    private static String person(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
