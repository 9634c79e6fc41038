package com.quanticity.ibkr.chaos.machine;

/** The platform cannot be run at all; the message says what to do. No finding about the platform. */
public final class MachineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MachineException(String message, Throwable cause) {
        super(message, cause);
    }

    MachineException(String message) {
        super(message);
    }
}
