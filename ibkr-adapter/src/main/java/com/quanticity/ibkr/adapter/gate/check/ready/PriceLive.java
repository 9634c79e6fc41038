package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.adapter.gate.price.Market;
import com.quanticity.ibkr.model.risk.DenialReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Live data prices the order; a combination is priced by its legs, each of which is asked about by itself. */
public record PriceLive(Market market) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        Optional<String> notLive = inquiry.isCombination() ? Optional.empty() : market.whyNotLive(inquiry.contractId());
        if (notLive.isPresent()) {
            return Denied.of(
                    DenialReason.PRICE_NOT_LIVE, "symbol", inquiry.order().symbol() + ": " + notLive.get(), "LIVE");
        }
        return inquiry.reference().at(inquiry.side()) == null
                ? Denied.of(
                        DenialReason.REFERENCE_MISSING,
                        "symbol",
                        inquiry.order().symbol(),
                        "")
                : null;
    }
}
