package com.quanticity.ibkr.quickstart.process;

/** Life of a component as the status table shows it. */
public enum ComponentState {
    /** Its turn has not come. */
    WAITING,
    /** Started, not ready yet. */
    STARTING,
    READY,
    /** Died after it had been ready; started again after a pause. */
    RESTARTING,
    /** Died or stayed silent before it was ever ready: the run ends. */
    FAILED,
    STOPPED
}
