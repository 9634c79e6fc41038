package com.quanticity.ibkr.model.session;

import java.util.Optional;

/** The client-id table: which component connects under which id. Nothing else may connect. Source: blueprint §3. */
public enum ClientIdOwner {
    IBKR_ADAPTER(1, "ibkr-adapter", true),
    RISK_MANAGER(2, "risk-manager", false),
    EXECUTION_REPLAY(3, "execution-replay", false),
    BREAK_GLASS(99, "ops-console", true);

    private final ClientId clientId;
    private final String component;
    private final boolean mayTrade;

    ClientIdOwner(int clientId, String component, boolean mayTrade) {
        this.clientId = ClientId.of(clientId);
        this.component = component;
        this.mayTrade = mayTrade;
    }

    public ClientId clientId() {
        return clientId;
    }

    /** The module that connects under this id, for example {@code ibkr-adapter}. */
    public String component() {
        return component;
    }

    /** False when this id never sends an order. */
    public boolean mayTrade() {
        return mayTrade;
    }

    /** The owner of an id, empty for an id that nobody may use. */
    public static Optional<ClientIdOwner> of(ClientId clientId) {
        for (ClientIdOwner owner : values()) {
            if (owner.clientId.equals(clientId)) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }
}
