package com.quanticity.ibkr.execution.trading;

import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last trading state that was heard. Thread-safe. */
public final class TradingStateView {

    private volatile @Nullable RiskState last;

    TradingStateView() {}

    void onRiskState(RiskState state) {
        last = state;
    }

    /** Empty while none was heard; may be stale. */
    Optional<RiskState> last() {
        return Optional.ofNullable(last);
    }

    /** The state to go by; null while none was heard that is fresh enough to be believed. */
    public @Nullable TradingState now(Instant now) {
        RiskState heard = last;
        return heard == null || heard.isStale(now) ? null : heard.state();
    }
}
