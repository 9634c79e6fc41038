package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.limit.LimitText;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.ScopeKind;
import org.jspecify.annotations.Nullable;

/** Not too many orders of one account work in one contract on one side. */
public record ActiveOrders(Exposures exposures) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        Limit limit = inquiry.rules().find(ScopeKind.INSTRUMENT, LimitKind.ACTIVE_ORDERS);
        if (limit == null || inquiry.isChange()) {
            return null;
        }
        int active = 1 + exposures.countWorking(inquiry.contractId(), inquiry.account(), inquiry.side());
        return active > limit.value().intValue()
                ? Denied.of(DenialReason.ACTIVE_ORDERS, "side", Integer.toString(active), LimitText.of(limit))
                : null;
    }
}
