package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trading state's history.
 *
 * @param state the state entered
 * @param version higher than that of every earlier change, of whatever scope
 * @param by who changed it
 * @param reason why, one line
 * @param since when, to the millisecond
 * @param commandId the command that asked for it, null when none did
 * @param scope the firm, a strategy or an instrument
 */
record TradingChange(
        TradingState state,
        long version,
        String by,
        String reason,
        Instant since,
        @Nullable String commandId,
        RiskScope scope) {

    /** A change of the firm's state. */
    TradingChange(
            TradingState state, long version, String by, String reason, Instant since, @Nullable String commandId) {
        this(state, version, by, reason, since, commandId, RiskScope.FIRM);
    }

    static TradingChange from(RiskState announced) {
        return new TradingChange(
                announced.state(), announced.version(), announced.by(), announced.reason(), announced.since(), null);
    }

    static TradingChange from(ScopedState announced, long version) {
        return new TradingChange(
                announced.state(),
                version,
                announced.by(),
                announced.reason(),
                announced.since(),
                null,
                announced.scope());
    }

    ScopedState scoped() {
        return new ScopedState(scope, state, by, reason, since);
    }
}
