package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.limit.RuleBook;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Restriction;
import org.jspecify.annotations.Nullable;

/** User and strategy may trade the contract; a restriction of a symbol is one of its options and futures too. Of a combination each leg is asked about by itself. */
public record Permitted() implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        if (inquiry.isCombination()) {
            return null;
        }
        RuleBook limits = inquiry.limits();
        String strategy = inquiry.order().strategy();
        String symbol = inquiry.instrument();
        Restriction restriction = limits.restriction(strategy, symbol, inquiry.user());
        if (restriction == null) {
            restriction = limits.restriction(strategy, inquiry.contract().symbol(), inquiry.user());
        }
        if (restriction != null) {
            return Denied.of(
                    DenialReason.RESTRICTED,
                    "symbol",
                    restriction.reason(),
                    restriction.symbol() + " for " + restriction.scope());
        }
        return limits.isPermitted(inquiry.user(), strategy, symbol)
                ? null
                : Denied.of(
                        DenialReason.NOT_PERMITTED,
                        "strategy",
                        "user " + inquiry.user() + ", strategy " + strategy + ", " + symbol,
                        "");
    }
}
