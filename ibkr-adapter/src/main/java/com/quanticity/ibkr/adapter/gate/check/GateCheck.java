package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import org.jspecify.annotations.Nullable;

/** One question of the order gate. Must not block and changes nothing. */
@FunctionalInterface
public interface GateCheck {

    /** Why the order must not be sent; null when this check has nothing against it. */
    @Nullable Denied check(Inquiry inquiry);
}
