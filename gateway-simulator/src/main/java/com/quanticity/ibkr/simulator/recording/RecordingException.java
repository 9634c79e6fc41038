package com.quanticity.ibkr.simulator.recording;

import java.io.Serial;

/** A recording that cannot be used; the message says what is wrong and what to do. */
public final class RecordingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    RecordingException(String message) {
        super(message);
    }
}
