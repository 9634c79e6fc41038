package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.LimitOverride;
import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.risk.Permission;
import com.quanticity.ibkr.model.risk.Restriction;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.ScopeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Limits that let everything pass which a test does not limit. */
public final class TestLimits {

    private static final RiskScope EACH_STRATEGY = RiskScope.each(ScopeKind.STRATEGY);
    private static final RiskScope EACH_INSTRUMENT = RiskScope.each(ScopeKind.INSTRUMENT);
    private static final String HUGE = "1000000000000";

    private TestLimits() {}

    /** One limit of every mandatory kind, far away. */
    public static List<Limit> generous() {
        return List.of(
                Limit.of(RiskScope.FIRM, LimitKind.ORDER_QUANTITY, HUGE),
                Limit.of(RiskScope.FIRM, LimitKind.ORDER_VALUE, HUGE),
                Limit.of(RiskScope.FIRM, LimitKind.PRICE_COLLAR_PERCENT, "100000"),
                Limit.of(RiskScope.FIRM, LimitKind.MARKET_SAFETY_PERCENT, "5"),
                Limit.of(EACH_INSTRUMENT, LimitKind.POSITION_LONG, HUGE),
                Limit.of(EACH_INSTRUMENT, LimitKind.POSITION_SHORT, HUGE),
                Limit.of(RiskScope.FIRM, LimitKind.GROSS_EXPOSURE, HUGE),
                Limit.of(RiskScope.FIRM, LimitKind.SUBMITS, HUGE, Duration.ofSeconds(1)),
                Limit.of(RiskScope.FIRM, LimitKind.CHANGES, HUGE, Duration.ofSeconds(1)),
                Limit.of(EACH_INSTRUMENT, LimitKind.ACTIVE_ORDERS, "1000000"),
                Limit.of(EACH_STRATEGY, LimitKind.REPEATED_EXECUTIONS, "1000000", Duration.ofMinutes(5)),
                Limit.of(RiskScope.FIRM, LimitKind.DUPLICATES, "1000000", Duration.ofSeconds(1)));
    }

    /** The generous ones with some in their place or beside them. */
    public static Limits with(Instant at, Limit... limits) {
        return of(1, at, List.of(), List.of(Permission.ALL), Map.of(), List.of(), limits);
    }

    public static Limits of(
            long version,
            Instant at,
            List<Restriction> restrictions,
            List<Permission> permissions,
            Map<String, String> desks,
            List<LimitOverride> overrides,
            Limit... limits) {
        List<Limit> all = new ArrayList<>(List.of(limits));
        for (Limit limit : generous()) {
            boolean isReplaced = all.stream()
                    .anyMatch(own -> own.kind() == limit.kind() && own.scope().equals(limit.scope()));
            if (!isReplaced) {
                all.add(limit);
            }
        }
        return new Limits(version, "test", "test", Instant.EPOCH, at, all, restrictions, permissions, desks, overrides);
    }
}
