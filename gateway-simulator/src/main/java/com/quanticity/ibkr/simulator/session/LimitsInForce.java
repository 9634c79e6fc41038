package com.quanticity.ibkr.simulator.session;

/** The limits as they are now; they can be changed while clients are connected. Event loop only. */
public final class LimitsInForce {

    private SessionLimits limits;

    public LimitsInForce(SessionLimits limits) {
        this.limits = limits;
    }

    public SessionLimits now() {
        return limits;
    }

    /** Takes other limits for everything that is asked for from now on; what is open stays open. */
    public void use(SessionLimits other) {
        limits = other;
    }
}
