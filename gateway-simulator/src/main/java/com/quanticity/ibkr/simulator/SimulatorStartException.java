package com.quanticity.ibkr.simulator;

import java.io.Serial;

/** A simulator that cannot start; the message says in one line what is wrong and what to do. */
public final class SimulatorStartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    SimulatorStartException(String message) {
        super(message);
    }

    public SimulatorStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
