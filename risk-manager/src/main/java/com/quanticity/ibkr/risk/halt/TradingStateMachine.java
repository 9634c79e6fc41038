package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Instant;

/**
 * The trading state in memory and the numbering of its changes. A halt takes effect at once. A resume is proposed first and takes
 * effect only when it is confirmed, which needs that nothing else happened in between.
 *
 * <p>This class is thread-safe and does no I/O.
 */
final class TradingStateMachine {

    private TradingChange current;
    private long highestVersion;

    TradingStateMachine(TradingChange start) {
        this.current = start;
        this.highestVersion = start.version();
    }

    synchronized TradingChange current() {
        return current;
    }

    /** Halts; returns the change, or the present one when trading is halted already. */
    synchronized TradingChange halt(String commandId, String by, String reason, Instant now) {
        if (current.state() != TradingState.HALTED) {
            current = new TradingChange(TradingState.HALTED, ++highestVersion, by, reason, now, commandId);
        }
        return current;
    }

    /** A change to ACTIVE that waits to be stored; the state does not change yet. */
    synchronized TradingChange proposeResume(String commandId, String by, String reason, Instant now) {
        return new TradingChange(TradingState.ACTIVE, ++highestVersion, by, reason, now, commandId);
    }

    /** Puts a proposal into effect; false when something happened since {@code before}, then it has none. */
    synchronized boolean confirm(TradingChange proposal, TradingChange before) {
        if (!current.equals(before)) {
            return false;
        }
        current = proposal;
        return true;
    }

    /**
     * Makes sure that the present state outlives a proposal that may or may not have been stored: it is said again under a higher
     * version.
     */
    synchronized TradingChange reaffirm() {
        current = new TradingChange(
                current.state(),
                ++highestVersion,
                current.by(),
                current.reason(),
                current.since(),
                current.commandId());
        return current;
    }
}
