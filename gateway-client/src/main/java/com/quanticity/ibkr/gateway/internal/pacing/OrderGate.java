package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.model.session.SessionState;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether orders may leave: the client id may trade, the session is READY and the lease is proven. The lanes ask under their lock,
 * for each order at the moment it would leave or be queued. Thread-safe; costs no I/O.
 */
public final class OrderGate {

    private final SessionSettings settings;
    private final Supplier<SessionState> state;
    private final BooleanSupplier leaseIsProven;

    public OrderGate(SessionSettings settings, Supplier<SessionState> state, BooleanSupplier leaseIsProven) {
        this.settings = settings;
        this.state = state;
        this.leaseIsProven = leaseIsProven;
    }

    /** Why no order may leave now, empty when orders may. */
    public Optional<SendOutcome.Refused> refusal() {
        if (!settings.mayTrade()) {
            return refused(
                    LocalRefusal.MAY_NOT_TRADE,
                    settings.component() + " never sends orders under client id " + settings.clientId()
                            + "; send it through ibkr-adapter");
        }
        boolean proven = leaseIsProven.getAsBoolean();
        // Read last: nothing else may be waited for between the state and the order's leaving.
        SessionState present = state.get();
        if (present != SessionState.READY) {
            return refused(LocalRefusal.NOT_READY, "the session is " + present + "; wait until it is READY");
        }
        return proven
                ? Optional.empty()
                : refused(
                        LocalRefusal.LEASE_NOT_PROVEN,
                        "it cannot be shown that client id " + settings.clientId()
                                + " is still ours, because Redis does not answer; wait until it does");
    }

    private static Optional<SendOutcome.Refused> refused(LocalRefusal refusal, String message) {
        return Optional.of(new SendOutcome.Refused(refusal, message));
    }
}
