package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.RecoveryBarrier;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.SessionState;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What happened to our orders before this connection is known: an order next to unknown ones could repeat one of them. Without a
 * connection {@link SessionReady} has the better reason.
 */
public record OrdersRecovered(RecoveryBarrier recovery, Supplier<SessionState> session) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        SessionState state = session.get();
        boolean isConnected = state == SessionState.SYNCHRONISING || state.isUsable();
        return isConnected && !recovery.isComplete()
                ? Denied.of(DenialReason.RECOVERY_INCOMPLETE, recovery.missing(), "")
                : null;
    }
}
