package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trading states in memory, the firm's and those of strategies and instruments, and the numbering of their changes. A stricter state
 * takes effect at once. A resume is proposed first and takes effect only when it is confirmed, which needs that nothing else happened in
 * its scope in between.
 *
 * <p>This class is thread-safe and does no I/O.
 */
final class TradingStateMachine {

    private final Map<RiskScope, TradingChange> scopes = new LinkedHashMap<>();
    private TradingChange current;
    private long highestVersion;

    TradingStateMachine(TradingChange start) {
        this(start, List.of());
    }

    /** @param scoped last changes of strategies and instruments */
    TradingStateMachine(TradingChange start, Collection<TradingChange> scoped) {
        this.current = start;
        this.highestVersion = start.version();
        for (TradingChange change : scoped) {
            scopes.put(change.scope(), change);
            highestVersion = Math.max(highestVersion, change.version());
        }
    }

    /** The firm's. */
    synchronized TradingChange current() {
        return current;
    }

    /** What was set for a scope itself; ACTIVE when nothing ever was. */
    synchronized TradingChange current(RiskScope scope) {
        if (scope.equals(RiskScope.FIRM)) {
            return current;
        }
        TradingChange known = scopes.get(scope);
        return known != null
                ? known
                : new TradingChange(
                        TradingState.ACTIVE, 0, TradingControl.COMPONENT, "never stopped", Instant.EPOCH, null, scope);
    }

    /** All states as they are told now; strategies and instruments that are ACTIVE are left out. */
    synchronized RiskState announcedAt(Instant now) {
        List<ScopedState> scoped = scopes.values().stream()
                .filter(change -> change.state() != TradingState.ACTIVE)
                .map(TradingChange::scoped)
                .toList();
        return new RiskState(
                current.state(), highestVersion, current.by(), current.reason(), current.since(), now, scoped);
    }

    /** Halts the firm; returns the change, or the present one when trading is halted already. */
    synchronized TradingChange halt(String commandId, String by, String reason, Instant now) {
        return tighten(RiskScope.FIRM, TradingState.HALTED, commandId, by, reason, now);
    }

    /** Enters a stricter state; returns the change, or the present one when that is as strict already. */
    synchronized TradingChange tighten(
            RiskScope scope, TradingState state, String commandId, String by, String reason, Instant now) {
        TradingChange before = current(scope);
        if (before.state().compareTo(state) >= 0) {
            return before;
        }
        TradingChange change = new TradingChange(state, ++highestVersion, by, reason, now, commandId, scope);
        put(change);
        return change;
    }

    /** A change of the firm to ACTIVE that waits to be stored; the state does not change yet. */
    synchronized TradingChange proposeResume(String commandId, String by, String reason, Instant now) {
        return proposeResume(RiskScope.FIRM, commandId, by, reason, now);
    }

    /** A change to ACTIVE that waits to be stored; the state does not change yet. */
    synchronized TradingChange proposeResume(RiskScope scope, String commandId, String by, String reason, Instant now) {
        return new TradingChange(TradingState.ACTIVE, ++highestVersion, by, reason, now, commandId, scope);
    }

    /** Puts a proposal into effect; false when something happened since {@code before}, then it has none. */
    synchronized boolean confirm(TradingChange proposal, TradingChange before) {
        if (!current(proposal.scope()).equals(before)) {
            return false;
        }
        put(proposal);
        return true;
    }

    /** The same for the firm. */
    synchronized TradingChange reaffirm() {
        return reaffirm(RiskScope.FIRM);
    }

    /**
     * Makes sure that the present state outlives a proposal that may or may not have been stored: it is said again under a higher
     * version.
     */
    synchronized TradingChange reaffirm(RiskScope scope) {
        TradingChange before = current(scope);
        TradingChange again = new TradingChange(
                before.state(),
                ++highestVersion,
                before.by(),
                before.reason(),
                before.since(),
                before.commandId(),
                scope);
        put(again);
        return again;
    }

    private void put(TradingChange change) {
        if (change.scope().equals(RiskScope.FIRM)) {
            current = change;
        } else {
            scopes.put(change.scope(), change);
        }
    }
}
