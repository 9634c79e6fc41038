package com.quanticity.ibkr.model.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trading state of the firm and of the strategies and contracts that have one of their own, published by the risk-manager on
 * change and repeated every few seconds. Whoever has not heard it for {@link #VALIDITY} must treat it as unknown and deny.
 *
 * @param state the state of the firm
 * @param version grows with each change, of whatever scope
 * @param by who changed it: a user or a service
 * @param reason why, in the words of who changed it
 * @param since when it was changed
 * @param at when this repetition was published
 * @param scopes strategies and contracts that are not ACTIVE; the stricter of theirs and the firm's holds
 */
public record RiskState(
        TradingState state,
        long version,
        String by,
        String reason,
        Instant since,
        Instant at,
        List<ScopedState> scopes) {

    /** How long a publication holds. */
    public static final Duration VALIDITY = Duration.ofSeconds(10);

    /** How often the risk-manager repeats it. */
    public static final Duration REPEAT = Duration.ofSeconds(2);

    /** Entries written before scopes were known have none. */
    public RiskState {
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }

    /** A state of the firm alone. */
    public RiskState(TradingState state, long version, String by, String reason, Instant since, Instant at) {
        this(state, version, by, reason, since, at, List.of());
    }

    /** True when the publication is too old to be believed. */
    public boolean isStale(Instant now) {
        return now.isAfter(at.plus(VALIDITY));
    }

    /** The state that was set for a scope itself; ACTIVE when none was. */
    public TradingState stateOf(RiskScope scope) {
        if (scope.equals(RiskScope.FIRM)) {
            return state;
        }
        ScopedState own = find(scope);
        return own == null ? TradingState.ACTIVE : own.state();
    }

    /** What was set for a strategy or a contract; null when it has no state of its own. */
    public @Nullable ScopedState find(RiskScope scope) {
        for (ScopedState scoped : scopes) {
            if (scoped.scope().equals(scope)) {
                return scoped;
            }
        }
        return null;
    }

    /** The strictest of the states of the firm, a strategy and a contract, with its reason. */
    public ScopedState strictest(String strategy, String symbol) {
        ScopedState strictest = new ScopedState(RiskScope.FIRM, state, by, reason, since);
        for (ScopedState scoped : scopes) {
            boolean concerned = switch (scoped.scope().kind()) {
                case STRATEGY -> scoped.scope().name().equals(strategy);
                case INSTRUMENT -> scoped.scope().name().equals(symbol);
                case FIRM, DESK, USER -> false;
            };
            if (concerned && scoped.state().compareTo(strictest.state()) > 0) {
                strictest = scoped;
            }
        }
        return strictest;
    }
}
