package com.quanticity.ibkr.gateway.inspect.command;

/** What was typed or given cannot be used. The message is one line: what is wrong and what to do. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message, null, false, false);
    }
}
