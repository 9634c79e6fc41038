package com.quanticity.ibkr.gateway.session;

/** A step without which the session cannot be READY failed. The session handles it: it closes the connection and reconnects. */
public final class SynchronisationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SynchronisationFailedException(String message) {
        super(message);
    }
}
