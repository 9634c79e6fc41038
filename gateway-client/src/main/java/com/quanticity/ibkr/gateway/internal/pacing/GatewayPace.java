package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.pacing.HistoryAllowance;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.MessageShare;
import java.time.Duration;

/**
 * How fast this session may send to one gateway: its share of the budget, what it sent in the last second, and the counting of queries
 * for the past. Lives as long as the session, over all its connections to that gateway. Used under the lock of {@link SendLanes}.
 */
public final class GatewayPace {

    /** How soon to look again when there is no slot at all; growth is also called back. */
    private static final long NO_SLOT_NANOS = Duration.ofMillis(100).toNanos();

    /** What {@link Lane#ORDER} leaves of most shares. */
    private static final int RESERVE = 3;

    private final MessageShare share;
    private final HistoryAllowance history;
    private final HistoryLimits limits;
    private final MessageBudget budget;

    public GatewayPace(MessageShare share, HistoryAllowance history, HistoryLimits limits) {
        this.share = share;
        this.history = history;
        this.limits = limits;
        this.budget = new MessageBudget(Math.max(Lane.ALWAYS, share.limit()));
    }

    MessageShare share() {
        return share;
    }

    HistoryAllowance history() {
        return history;
    }

    /** Mean pause between two queries for the past when many wait. */
    Duration historyPause() {
        return Duration.ofMinutes(1).dividedBy(limits.perMinute());
    }

    boolean isOpen(Lane lane, long nowNanos) {
        return budget.used(nowNanos) < lane.slotsOf(share.slots());
    }

    /** Counts a message that has left. */
    void sent(long nowNanos) {
        budget.tryTake(nowNanos, Integer.MAX_VALUE);
    }

    /** How long a request of this lane waits when so many others leave first; 0 = not at all. */
    long waitNanos(Lane lane, long nowNanos, int ahead) {
        int slots = lane.slotsOf(share.slots());
        return slots == 0 ? NO_SLOT_NANOS : budget.waitNanos(nowNanos, slots, ahead);
    }

    int used(long nowNanos) {
        return budget.used(nowNanos);
    }

    /**
     * Tells the other sessions of the gateway how much is wanted here: what is used, what orders leave alone, and a quarter more, so
     * that a steady flow of orders does not wait for each slot to be agreed.
     */
    void want(long nowNanos, int waiting) {
        int needed = budget.used(nowNanos) + waiting;
        share.want(needed + RESERVE + needed / 4);
    }
}
