package com.quanticity.ibkr.adapter.gate.limit;

import com.quanticity.ibkr.model.risk.Limit;
import java.math.BigDecimal;

/** Limits in denials. */
public final class LimitText {

    private LimitText() {}

    /** Such as {@code ORDER_QUANTITY 500 of instrument:SPY}. */
    public static String of(Limit limit) {
        return limit.kind() + " " + limit.value().toPlainString()
                + (limit.window() == null ? "" : " in " + limit.window().toSeconds() + " s") + " of " + limit.scope();
    }

    public static String of(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
