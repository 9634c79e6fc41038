package com.quanticity.ibkr.execution.parent;

/** A parent that cannot be worked as it is asked for. Nothing was stored. */
public final class InvalidWishException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean passing;

    /**
     * @param code stable, for programs
     * @param message one line: what is wrong and what to do
     * @param passing the same wish may be granted later
     */
    InvalidWishException(String code, String message, boolean passing) {
        super(message);
        this.code = code;
        this.passing = passing;
    }

    public String code() {
        return code;
    }

    public boolean isPassing() {
        return passing;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
