package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.model.risk.DenialReason;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The account is one that the session reports. */
public record AccountKnown(Supplier<List<String>> accounts) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        List<String> known = accounts.get();
        return known.contains(inquiry.account())
                ? null
                : Denied.of(
                        DenialReason.ACCOUNT_MISMATCH,
                        "account",
                        inquiry.account().isEmpty() ? "none given" : inquiry.account(),
                        known.size() + " accounts of the session");
    }
}
