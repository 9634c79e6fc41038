package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.limit.LimitText;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Quantity and value of the order by itself. Source: Regulation (EU) 2017/589, article 15(1)(b) and (c). */
public record OrderSize() implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        Limit most = inquiry.rules().tightest(LimitKind.ORDER_QUANTITY);
        BigDecimal quantity = inquiry.order().quantity();
        if (most != null && quantity.compareTo(most.value()) > 0) {
            return Denied.of(DenialReason.ORDER_QUANTITY, "quantity", quantity.toPlainString(), LimitText.of(most));
        }
        Limit dearest = inquiry.rules().tightest(LimitKind.ORDER_VALUE);
        BigDecimal value = inquiry.worstUnitValue().multiply(quantity);
        return dearest != null && value.compareTo(dearest.value()) > 0
                ? Denied.of(DenialReason.ORDER_VALUE, "quantity", LimitText.of(value), LimitText.of(dearest))
                : null;
    }
}
