package com.quanticity.ibkr.model.stream;

/** A stream entry that is no message of its topic. It goes to the dead-letter stream; trying again does not help. */
public final class MalformedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message) {
        super(message);
    }

    public MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
