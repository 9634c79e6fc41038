package com.quanticity.ibkr.simulator.desk;

import java.util.Optional;

/** The clients that are connected now. Event loop only. */
@FunctionalInterface
public interface Clients {

    /** The running session of a client id. */
    Optional<Client> of(int clientId);
}
