package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.limit.LimitText;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order and what works in its account take no more than their part of the account's buying power; what shrinks a position takes
 * none.
 *
 * @param buyingPower what the broker reports for an account, null when it is not known or too old; must not block
 */
public record BuyingPower(Exposures exposures, Function<String, @Nullable BigDecimal> buyingPower)
        implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        Limit limit = inquiry.rules().tightest(LimitKind.BUYING_POWER_PERCENT);
        if (limit == null || inquiry.more().signum() <= 0 || inquiry.shrinksAccount(exposures)) {
            return null;
        }
        BigDecimal power = buyingPower.apply(inquiry.account());
        if (power == null) {
            return Denied.of(DenialReason.BUYING_POWER_UNKNOWN, "account", inquiry.account(), LimitText.of(limit));
        }
        BigDecimal taken = exposures
                .workingValue(inquiry.account())
                .add(inquiry.worstUnitValue().multiply(inquiry.more()));
        BigDecimal allowed = power.multiply(limit.value()).movePointLeft(2);
        return taken.compareTo(allowed) > 0
                ? Denied.of(
                        DenialReason.BUYING_POWER,
                        "quantity",
                        LimitText.of(taken),
                        LimitText.of(allowed) + ", " + LimitText.of(limit))
                : null;
    }
}
