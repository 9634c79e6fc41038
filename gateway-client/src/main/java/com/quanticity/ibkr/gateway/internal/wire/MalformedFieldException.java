package com.quanticity.ibkr.gateway.internal.wire;

/** A field that is missing or cannot be read. Stays inside this package: the frame becomes a {@code MalformedFrame} event. */
final class MalformedFieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedFieldException(String field, String problem) {
        super("field " + field + ": " + problem, null, false, false);
    }
}
