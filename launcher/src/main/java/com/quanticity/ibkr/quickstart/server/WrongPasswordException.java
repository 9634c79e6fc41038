package com.quanticity.ibkr.quickstart.server;

import java.io.IOException;

/** PostgreSQL runs and does not accept the password we have. */
final class WrongPasswordException extends IOException {

    private static final long serialVersionUID = 1L;

    WrongPasswordException(Throwable cause) {
        super("PostgreSQL refuses the password", cause);
    }
}
