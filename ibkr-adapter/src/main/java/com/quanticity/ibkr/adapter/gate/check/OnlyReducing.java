package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopeKind;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * While a state is REDUCING the order can only shrink the position: the strategy's own when the strategy is reducing, the account's when
 * the firm or the contract is. A contract's state is looked up by the name that limits call it by, however the order calls it.
 */
public record OnlyReducing(TradingStateView tradingState, Exposures exposures) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        RiskState state = tradingState.fresh().orElse(null);
        if (state == null) {
            return null;
        }
        String strategy = inquiry.order().strategy();
        for (String symbol : List.of(inquiry.order().symbol(), inquiry.instrument())) {
            ScopedState strictest = state.strictest(strategy, symbol);
            if (strictest.state() == TradingState.HALTED && strictest.scope().kind() == ScopeKind.INSTRUMENT) {
                return Denied.of(
                        DenialReason.TRADING_HALTED,
                        strictest.reason(),
                        strictest.scope().toString());
            }
            if (strictest.state() == TradingState.REDUCING && !reduces(strictest, inquiry)) {
                return Denied.of(
                        DenialReason.TRADING_REDUCING,
                        strictest.reason(),
                        strictest.scope().toString());
            }
        }
        return null;
    }

    private boolean reduces(ScopedState strictest, Inquiry inquiry) {
        return strictest.scope().kind() == ScopeKind.STRATEGY
                ? inquiry.shrinksStrategy(exposures)
                : inquiry.shrinksAccount(exposures);
    }
}
