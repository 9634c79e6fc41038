package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.model.risk.DenialReason;
import org.jspecify.annotations.Nullable;

/** The symbol was resolved. */
public record ContractKnown() implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        return inquiry.resolved() == null
                ? Denied.of(
                        DenialReason.UNKNOWN_SYMBOL, "symbol", inquiry.order().symbol(), "")
                : null;
    }
}
