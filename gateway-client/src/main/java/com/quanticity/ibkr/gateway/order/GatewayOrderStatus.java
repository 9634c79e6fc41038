package com.quanticity.ibkr.gateway.order;

/** The broker's words for where an order stands. A word not known here is {@link #UNRECOGNISED}; the raw text stays in the event. */
public enum GatewayOrderStatus {
    API_PENDING("ApiPending", false),
    PENDING_SUBMIT("PendingSubmit", false),
    PRE_SUBMITTED("PreSubmitted", false),
    SUBMITTED("Submitted", false),
    /** Cancel asked, not confirmed: fills can still come. */
    PENDING_CANCEL("PendingCancel", false),
    API_CANCELLED("ApiCancelled", true),
    CANCELLED("Cancelled", true),
    FILLED("Filled", true),
    /** Received but not working: rejected, or waiting for shares when whyHeld is {@code locate}. It can come back. */
    INACTIVE("Inactive", false),
    UNRECOGNISED("", false);

    private final String wireText;
    private final boolean terminal;

    GatewayOrderStatus(String wireText, boolean terminal) {
        this.wireText = wireText;
        this.terminal = terminal;
    }

    public String wireText() {
        return wireText;
    }

    /** True when only repeats of itself can follow. */
    public boolean isTerminal() {
        return terminal;
    }

    public static GatewayOrderStatus of(String wireText) {
        for (GatewayOrderStatus status : values()) {
            if (status != UNRECOGNISED && status.wireText.equals(wireText)) {
                return status;
            }
        }
        return UNRECOGNISED;
    }
}
