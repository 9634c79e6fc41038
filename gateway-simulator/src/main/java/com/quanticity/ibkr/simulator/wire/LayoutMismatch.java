package com.quanticity.ibkr.simulator.wire;

import java.io.Serial;

/** A frame that does not fit its layout; stackless, since clients can cause it at will. */
final class LayoutMismatch extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Fields readSoFar;

    LayoutMismatch(String message) {
        this(message, new Fields());
    }

    private LayoutMismatch(String message, Fields readSoFar) {
        super(message, null, false, false);
        this.readSoFar = readSoFar;
    }

    LayoutMismatch in(String message, Fields fields) {
        return new LayoutMismatch(message + ": " + getMessage(), fields);
    }

    Fields readSoFar() {
        return readSoFar;
    }
}
