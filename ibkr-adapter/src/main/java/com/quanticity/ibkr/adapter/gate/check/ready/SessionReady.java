package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The session is READY: connected, synchronised, not degraded; and no restart or reset is planned for now.
 *
 * @param planned name of the planned outage that a moment is in or close to, empty when none is; must not block
 */
public record SessionReady(Supplier<SessionState> session, Function<Instant, Optional<String>> planned)
        implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        SessionState state = session.get();
        if (state != SessionState.READY) {
            return Denied.of(DenialReason.SESSION_NOT_READY, state.name(), SessionState.READY.name());
        }
        return planned.apply(inquiry.now())
                .map(window -> Denied.of(DenialReason.MAINTENANCE_WINDOW, window, ""))
                .orElse(null);
    }
}
