package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trading state's history.
 *
 * @param state the state entered
 * @param version higher than that of every earlier change
 * @param by who changed it
 * @param reason why, one line
 * @param since when, to the millisecond
 * @param commandId the command that asked for it, null when none did
 */
record TradingChange(
        TradingState state,
        long version,
        String by,
        String reason,
        Instant since,
        @Nullable String commandId) {

    static TradingChange from(RiskState announced) {
        return new TradingChange(
                announced.state(), announced.version(), announced.by(), announced.reason(), announced.since(), null);
    }

    RiskState announcedAt(Instant now) {
        return new RiskState(state, version, by, reason, since, now);
    }
}
