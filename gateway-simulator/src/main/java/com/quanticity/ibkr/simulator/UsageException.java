package com.quanticity.ibkr.simulator;

import java.io.Serial;

/** A command line that cannot be understood; the message says in one line what is wrong and what to do. */
final class UsageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
