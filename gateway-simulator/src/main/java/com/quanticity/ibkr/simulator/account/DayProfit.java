package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Profit and loss since the start of the day, by contract id, in the contract's currency. */
final class DayProfit {

    private final Map<Integer, BigDecimal> baseValues = new HashMap<>();
    private final Map<Integer, BigDecimal> flows = new HashMap<>();
    private final Map<Integer, BigDecimal> realized = new HashMap<>();

    /** Forgets the day before; positions without a base have no daily profit until they get one. */
    void startDay() {
        baseValues.clear();
        flows.clear();
        realized.clear();
    }

    /** What a position that was held overnight is worth at the start. */
    void setBase(int conId, BigDecimal value) {
        baseValues.put(conId, value);
    }

    void onTrade(int conId, boolean isNew, BigDecimal paid, @Nullable BigDecimal realizedPart) {
        if (isNew) {
            baseValues.putIfAbsent(conId, BigDecimal.ZERO);
        }
        flows.merge(conId, paid.negate(), BigDecimal::add);
        if (realizedPart != null) {
            realized.merge(conId, realizedPart, BigDecimal::add);
        }
    }

    /** Zero when nothing was closed today. */
    BigDecimal realized(int conId) {
        return realized.getOrDefault(conId, BigDecimal.ZERO);
    }

    /** Null when it is not known what the position was worth at the start. */
    @Nullable BigDecimal daily(int conId, BigDecimal valueNow) {
        BigDecimal base = baseValues.get(conId);
        return base == null ? null : valueNow.subtract(base).add(flows.getOrDefault(conId, BigDecimal.ZERO));
    }
}
