package com.quanticity.ibkr.model.reconcile;

/** Where a discrepancy stands. One that is younger than the tolerance is not told at all. */
public enum DiscrepancyState {
    /** It lasts; kinds that lock hold their instrument. */
    OPEN,
    /** A person let it be until a time; it does not lock. */
    IGNORED,
    /** A person booked what was missing on our side; it ends as CLEARED when both sides agree. */
    RESOLVED,
    /** Both sides agree again. */
    CLEARED
}
