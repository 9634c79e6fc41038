package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.model.stream.StreamName;

/** Redis did not take or give an entry. It is not known whether a publication arrived; publishing again is safe for idempotent messages. */
public final class StreamUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StreamUnavailableException(StreamName stream, Throwable cause) {
        super("stream " + stream + " is unavailable: " + cause.getMessage() + "; check Redis", cause);
    }
}
