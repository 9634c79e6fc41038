package com.quanticity.ibkr.execution.statement;

/** A file that is no Flex statement, or says what cannot be read without guessing. The message says what and where. */
final class UnreadableStatementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableStatementException(String message) {
        super(message);
    }

    UnreadableStatementException(String message, Throwable cause) {
        super(message, cause);
    }
}
