package com.quanticity.ibkr.simulator.session;

/** The limits as they are now; they can be changed while clients are connected. Event loop only. */
public final class LimitsInForce {

    private SessionLimits usual;
    private SessionLimits limits;

    public LimitsInForce(SessionLimits limits) {
        this.usual = limits;
        this.limits = limits;
    }

    public SessionLimits now() {
        return limits;
    }

    /** Takes other limits for everything that is asked for from now on; what is open stays open. */
    public void use(SessionLimits other) {
        usual = other;
        limits = other;
    }

    /** Other limits until {@link #restore}. */
    public void change(SessionLimits other) {
        limits = other;
    }

    /** The usual ones again. */
    public void restore() {
        limits = usual;
    }

    /** Whether they are not the usual ones. */
    public boolean isChanged() {
        return !limits.equals(usual);
    }
}
