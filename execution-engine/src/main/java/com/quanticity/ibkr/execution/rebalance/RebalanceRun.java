package com.quanticity.ibkr.execution.rebalance;

import java.time.Instant;

/**
 * A run that brings an account to its targets.
 *
 * @param phase whose orders are at work
 * @param remark why it ended before its targets were reached; empty otherwise
 */
record RebalanceRun(
        String runId,
        RebalanceRequest request,
        Plan.Phase phase,
        State state,
        String remark,
        Instant createdAt,
        Instant updatedAt) {

    /** Where a run stands. */
    enum State {
        RUNNING,
        /** Every order of both phases has filled. */
        DONE,
        /** It stopped; the remark says why. */
        ENDED
    }

    /** The origin of its parents. */
    String origin() {
        return "rebalance:" + runId;
    }
}
