package com.quanticity.ibkr.execution.reconcile.witness;

/** Who is compared with our ledger. */
public enum Witness {
    /** The broker's positions, as the risk-manager's session reads them. */
    POSITIONS("positions"),
    /** Orders and executions of every client, as the risk-manager's session sees them. */
    DROP_COPY("drop-copy"),
    /** Our orders as the adapter's book holds them. */
    ADAPTER("adapter");

    private final String text;

    Witness(String text) {
        this.text = text;
    }

    /** As it stands in discrepancies. */
    public String text() {
        return text;
    }
}
