package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides the trading state at a start. The database is the truth, with one exception: a halt that was announced but could not be
 * stored before the end of the process still holds.
 */
final class StartingState {

    private static final String COMPONENT = "risk-manager";

    private StartingState() {}

    /**
     * @param stored last change in the database, null when it has none
     * @param announced what was last announced, null when unknown
     * @param initial the configured state of an empty database
     */
    static TradingChange decide(
            @Nullable TradingChange stored, @Nullable RiskState announced, TradingState initial, Instant now) {
        TradingChange kept = stored != null
                ? stored
                : new TradingChange(initial, 1, COMPONENT, "initial state of an empty database", now, null);
        if (announced == null || (stored != null && announced.version() <= stored.version())) {
            return kept;
        }
        if (announced.state().compareTo(kept.state()) >= 0) {
            return TradingChange.from(announced);
        }
        return new TradingChange(
                kept.state(),
                announced.version() + 1,
                COMPONENT,
                "the database does not know the announced " + announced.state() + " of version " + announced.version()
                        + "; the stricter state holds",
                now,
                null);
    }

    /**
     * The same for strategies and instruments: what was announced and not stored holds when it is the stricter.
     *
     * @param stored last change of each in the database
     * @param announced what was announced later than all of them, null when nothing was
     */
    static List<TradingChange> scopes(List<TradingChange> stored, @Nullable RiskState announced) {
        Map<RiskScope, TradingChange> known = new LinkedHashMap<>();
        stored.forEach(change -> known.put(change.scope(), change));
        if (announced != null) {
            for (ScopedState scoped : announced.scopes()) {
                TradingChange own = known.get(scoped.scope());
                if (own == null || scoped.state().compareTo(own.state()) > 0) {
                    known.put(scoped.scope(), TradingChange.from(scoped, announced.version()));
                }
            }
        }
        return List.copyOf(known.values());
    }
}
