package com.quanticity.ibkr.adapter.gate.limit;

import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.LimitOverride;
import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.risk.Permission;
import com.quanticity.ibkr.model.risk.Restriction;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.ScopeKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One version of the limits, compiled so that the rules of an order are found without searching. Immutable. */
public final class RuleBook {

    private static final EnumMap<LimitKind, Limit> NO_RULES = new EnumMap<>(LimitKind.class);

    private final Limits limits;
    private final Instant arrivedAt;
    private final Map<ScopeKind, Map<String, EnumMap<LimitKind, Limit>>> byScope;

    private RuleBook(Limits limits, Instant arrivedAt, Map<ScopeKind, Map<String, EnumMap<LimitKind, Limit>>> byScope) {
        this.limits = limits;
        this.arrivedAt = arrivedAt;
        this.byScope = byScope;
    }

    static RuleBook of(Limits limits, Instant arrivedAt) {
        Map<ScopeKind, Map<String, EnumMap<LimitKind, Limit>>> byScope = new EnumMap<>(ScopeKind.class);
        for (ScopeKind kind : ScopeKind.values()) {
            byScope.put(kind, new HashMap<>());
        }
        for (Limit limit : limits.limits()) {
            rules(byScope, limit.scope()).put(limit.kind(), limit);
        }
        byScope.values().forEach(RuleBook::fillUpWithThoseOfEach);
        return new RuleBook(limits, arrivedAt, byScope);
    }

    private static EnumMap<LimitKind, Limit> rules(
            Map<ScopeKind, Map<String, EnumMap<LimitKind, Limit>>> byScope, RiskScope scope) {
        return Objects.requireNonNull(byScope.get(scope.kind()))
                .computeIfAbsent(scope.name(), name -> new EnumMap<>(LimitKind.class));
    }

    private static void fillUpWithThoseOfEach(Map<String, EnumMap<LimitKind, Limit>> byName) {
        EnumMap<LimitKind, Limit> each = byName.getOrDefault(RiskScope.EACH, NO_RULES);
        byName.values().forEach(own -> each.forEach(own::putIfAbsent));
    }

    RuleBook heardAgain(Limits repetition, Instant now) {
        return new RuleBook(repetition, now, byScope);
    }

    public Limits limits() {
        return limits;
    }

    public boolean isStale(Instant now) {
        return limits.isStale(now) || now.isAfter(arrivedAt.plus(Limits.VALIDITY));
    }

    /** The rules that an order meets. */
    public Rules rules(String strategy, String symbol, String user) {
        String desk = limits.desks().getOrDefault(strategy, "");
        return new Rules(
                of(ScopeKind.FIRM, ""),
                desk.isEmpty() ? NO_RULES : of(ScopeKind.DESK, desk),
                of(ScopeKind.STRATEGY, strategy),
                of(ScopeKind.INSTRUMENT, symbol),
                of(ScopeKind.USER, user),
                desk);
    }

    private EnumMap<LimitKind, Limit> of(ScopeKind kind, String name) {
        Map<String, EnumMap<LimitKind, Limit>> byName = Objects.requireNonNull(byScope.get(kind));
        EnumMap<LimitKind, Limit> own = byName.get(name);
        return own != null ? own : byName.getOrDefault(RiskScope.EACH, NO_RULES);
    }

    /** Why this contract must not be traded by this strategy and user; null when nothing is against it. */
    public @Nullable Restriction restriction(String strategy, String symbol, String user) {
        for (Restriction restriction : limits.restrictions()) {
            if (restriction.symbol().equals(symbol) && covers(restriction.scope(), strategy, user)) {
                return restriction;
            }
        }
        return null;
    }

    private boolean covers(RiskScope scope, String strategy, String user) {
        return scope.isEach()
                || switch (scope.kind()) {
                    case FIRM -> true;
                    case DESK -> scope.name().equals(limits.desks().get(strategy));
                    case STRATEGY -> scope.name().equals(strategy);
                    case USER -> scope.name().equals(user);
                    case INSTRUMENT -> false;
                };
    }

    public boolean isPermitted(String user, String strategy, String symbol) {
        for (Permission permission : limits.permissions()) {
            if (permission.allows(user, strategy, symbol)) {
                return true;
            }
        }
        return false;
    }

    /** Leave for single orders, given and not lapsed when it was published. */
    public List<LimitOverride> overrides() {
        return limits.overrides();
    }
}
