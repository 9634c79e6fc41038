package com.quanticity.ibkr.adapter.gate.limit;

import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.ScopeKind;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules that one order meets, by scope.
 *
 * @param firm of the firm
 * @param ofDesk of the strategy's desk
 * @param strategy of the strategy
 * @param instrument of the contract
 * @param user of who asked
 * @param desk the strategy's desk, empty when it has none
 */
public record Rules(
        EnumMap<LimitKind, Limit> firm,
        EnumMap<LimitKind, Limit> ofDesk,
        EnumMap<LimitKind, Limit> strategy,
        EnumMap<LimitKind, Limit> instrument,
        EnumMap<LimitKind, Limit> user,
        String desk) {

    private static final ScopeKind[] SCOPES = ScopeKind.values();

    public @Nullable Limit find(ScopeKind scope, LimitKind kind) {
        return switch (scope) {
            case FIRM -> firm.get(kind);
            case DESK -> ofDesk.get(kind);
            case STRATEGY -> strategy.get(kind);
            case INSTRUMENT -> instrument.get(kind);
            case USER -> user.get(kind);
        };
    }

    /** The lowest of the limits of a kind; null when there is none. */
    public @Nullable Limit tightest(LimitKind kind) {
        Limit tightest = null;
        for (ScopeKind scope : SCOPES) {
            Limit limit = find(scope, kind);
            if (limit != null && (tightest == null || limit.value().compareTo(tightest.value()) < 0)) {
                tightest = limit;
            }
        }
        return tightest;
    }

    /** The first mandatory kind that no scope limits; null when all are there. */
    public @Nullable LimitKind missing() {
        for (LimitKind kind : MANDATORY) {
            if (tightest(kind) == null) {
                return kind;
            }
        }
        return null;
    }

    private static final LimitKind[] MANDATORY = java.util.Arrays.stream(LimitKind.values())
            .filter(LimitKind::isMandatory)
            .toArray(LimitKind[]::new);
}
