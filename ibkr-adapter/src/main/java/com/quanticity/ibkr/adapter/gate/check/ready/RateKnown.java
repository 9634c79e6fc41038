package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.price.ExchangeRates;
import com.quanticity.ibkr.model.risk.DenialReason;
import org.jspecify.annotations.Nullable;

/** The exchange rates are known of the contract's currency and of everything held, so that their values can be added. */
public record RateKnown(Exposures exposures, ExchangeRates rates) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        String unknown =
                inquiry.perUnitOfPrice() == null ? inquiry.contract().currency() : exposures.currencyWithoutRate();
        return unknown == null
                ? null
                : Denied.of(DenialReason.EXCHANGE_RATE_UNKNOWN, "symbol", unknown, rates.currency());
    }
}
