package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.adapter.gate.limit.RuleBook;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.Limits;
import org.jspecify.annotations.Nullable;

/** The limits are there, are fresh, and hold one of every mandatory kind for this order. Source: FIA, July 2024, 1.1. */
public record LimitsFresh() implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        RuleBook heard = inquiry.heard();
        if (heard == null) {
            return Denied.of(DenialReason.LIMITS_MISSING, "no limits heard", "");
        }
        if (heard.isStale(inquiry.now())) {
            return Denied.of(
                    DenialReason.LIMITS_STALE,
                    "version " + heard.limits().version() + " at "
                            + heard.limits().at(),
                    "not older than " + Limits.VALIDITY.toSeconds() + " s");
        }
        LimitKind missing = inquiry.rules().missing();
        return missing == null
                ? null
                : Denied.of(
                        DenialReason.LIMITS_MISSING,
                        missing + " for " + inquiry.order().strategy() + " in " + inquiry.instrument(),
                        "version " + heard.limits().version());
    }
}
