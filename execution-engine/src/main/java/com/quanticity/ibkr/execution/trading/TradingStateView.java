package com.quanticity.ibkr.execution.trading;

import com.quanticity.ibkr.model.risk.RiskState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last trading state that was heard. Thread-safe. */
final class TradingStateView {

    private volatile @Nullable RiskState last;

    void onRiskState(RiskState state) {
        last = state;
    }

    /** Empty while none was heard; may be stale. */
    Optional<RiskState> last() {
        return Optional.ofNullable(last);
    }
}
