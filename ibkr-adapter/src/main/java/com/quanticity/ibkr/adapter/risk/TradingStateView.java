package com.quanticity.ibkr.adapter.risk;

import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trading state as this service last heard it. Silence for {@link RiskState#VALIDITY} makes it unknown, measured from the older of
 * publication and arrival, so that a risk-manager whose clock is ahead cannot keep an old state alive. Thread-safe.
 */
public final class TradingStateView {

    private static final Logger LOG = LoggerFactory.getLogger(TradingStateView.class);

    private final Clock clock;
    private volatile @Nullable Heard heard;

    private record Heard(RiskState state, Instant arrivedAt) {

        boolean isStale(Instant now) {
            return state.isStale(now) || now.isAfter(arrivedAt.plus(RiskState.VALIDITY));
        }
    }

    public TradingStateView(Clock clock) {
        this.clock = clock;
    }

    /** Takes a publication. One that is older than what is known changes nothing. */
    public synchronized void onRiskState(RiskState state) {
        Heard known = heard;
        if (known != null && state.at().isBefore(known.state.at())) {
            return;
        }
        heard = new Heard(state, clock.instant());
        if (known == null || known.state.version() != state.version() || known.state.state() != state.state()) {
            LOG.info(
                    "trading state heard state={} version={} by={} reason={}",
                    state.state(),
                    state.version(),
                    state.by(),
                    state.reason());
        }
    }

    /** What holds now; empty when nothing was heard or the last publication is too old. */
    public Optional<RiskState> fresh() {
        Heard known = heard;
        return known == null || known.isStale(clock.instant()) ? Optional.empty() : Optional.of(known.state);
    }

    /** The last publication, however old; for messages and health. */
    public Optional<RiskState> last() {
        Heard known = heard;
        return known == null ? Optional.empty() : Optional.of(known.state);
    }

    public boolean isActive() {
        return fresh().filter(state -> state.state() == TradingState.ACTIVE).isPresent();
    }
}
