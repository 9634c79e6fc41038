package com.quanticity.ibkr.model.reconcile;

/** What can differ between our books and a witness. */
public enum DiscrepancyKind {
    /** Our position and the broker's differ. */
    POSITION(true),
    /** An order that we hold open is not among the broker's open orders. */
    ORDER_NOT_AT_BROKER(true),
    /** The broker holds an open order under our reference or trading id that our ledger does not hold open. */
    ORDER_NOT_IN_LEDGER(true),
    /** An order that we hold open is not in the adapter's book. */
    ORDER_NOT_AT_ADAPTER(true),
    /** The drop copy saw an execution of ours that never came by the trading path. */
    FILL_NOT_IN_LEDGER(true),
    /** Ledger and drop copy hold the same execution with other terms. */
    FILL_DIFFERS(true),
    /** We booked an execution that the drop copy, complete since, did not see. */
    FILL_NOT_IN_DROP_COPY(false),
    /** A trade of the broker's statement and our fills differ. */
    STATEMENT_TRADE(false),
    /** A position at the end of the statement's day differs. */
    STATEMENT_POSITION(false),
    /** Commissions or cash of the statement differ from ours. */
    STATEMENT_CASH(false);

    private final boolean locks;

    DiscrepancyKind(boolean locks) {
        this.locks = locks;
    }

    /** True when new orders for the instrument are denied while it lasts. */
    public boolean locks() {
        return locks;
    }
}
