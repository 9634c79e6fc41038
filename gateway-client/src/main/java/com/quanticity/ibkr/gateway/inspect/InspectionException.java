package com.quanticity.ibkr.gateway.inspect;

/** JSON that is no message, or a message that the version cannot carry. The text says what is wrong and what to do. */
public final class InspectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InspectionException(String message) {
        super(message);
    }
}
