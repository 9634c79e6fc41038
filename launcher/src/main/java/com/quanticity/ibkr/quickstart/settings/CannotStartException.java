package com.quanticity.ibkr.quickstart.settings;

/** The run cannot begin. The message is one line that says what is wrong and what to do; it is all a person sees. */
public final class CannotStartException extends Exception {

    private static final long serialVersionUID = 1L;

    public CannotStartException(String message) {
        super(message);
    }

    public CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
