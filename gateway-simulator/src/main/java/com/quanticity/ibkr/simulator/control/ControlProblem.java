package com.quanticity.ibkr.simulator.control;

import java.io.Serial;
import org.springframework.http.HttpStatus;

/** A request that cannot be done; the message says what is wrong and what to do. */
final class ControlProblem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    ControlProblem(HttpStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
