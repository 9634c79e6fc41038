package com.quanticity.ibkr.simulator.saved;

import java.io.Serial;

/** A state file that cannot be used; the message says what is wrong and what to do. */
public final class StateFileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    StateFileException(String message) {
        super(message);
    }

    StateFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
