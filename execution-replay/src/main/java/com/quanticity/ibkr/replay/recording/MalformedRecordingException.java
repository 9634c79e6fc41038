package com.quanticity.ibkr.replay.recording;

/** A recording that cannot be read any further. The message names file, row and what is wrong. */
public final class MalformedRecordingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedRecordingException(String message, Throwable cause) {
        super(message, cause);
    }

    MalformedRecordingException(String message) {
        super(message);
    }
}
