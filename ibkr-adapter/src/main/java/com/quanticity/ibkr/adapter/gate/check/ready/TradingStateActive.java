package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fresh trading state does not halt the order: neither the firm's, nor the strategy's, nor the contract's. Whether it reduces where it
 * must is asked by {@link OnlyReducing}, once the contract is known.
 */
public record TradingStateActive(TradingStateView tradingState) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        Optional<RiskState> fresh = tradingState.fresh();
        if (fresh.isEmpty()) {
            return unknown();
        }
        ScopedState strictest = fresh.get()
                .strictest(inquiry.order().strategy(), inquiry.order().symbol());
        return strictest.state() == TradingState.HALTED
                ? Denied.of(
                        DenialReason.TRADING_HALTED,
                        strictest.reason(),
                        strictest.scope().toString())
                : null;
    }

    private Denied unknown() {
        String last = tradingState
                .last()
                .map(state -> state.state() + " at " + state.at())
                .orElse("none");
        return Denied.of(
                DenialReason.TRADING_STATE_UNKNOWN, last, "not older than " + RiskState.VALIDITY.toSeconds() + " s");
    }
}
