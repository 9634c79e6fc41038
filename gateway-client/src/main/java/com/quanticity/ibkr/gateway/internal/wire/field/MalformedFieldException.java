package com.quanticity.ibkr.gateway.internal.wire.field;

/** A field that is missing or cannot be read. Never leaves the decoder: the frame becomes a {@code MalformedFrame} event. */
public final class MalformedFieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    public MalformedFieldException(String field, String problem) {
        super("field " + field + ": " + problem, null, false, false);
        this.problem = "field " + field + ": " + problem;
    }

    /** Names the field and what is wrong with it. */
    public String problem() {
        return problem;
    }
}
