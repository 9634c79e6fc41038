package com.quanticity.ibkr.console.audit;

/** A row of the chain holds what no entry holds: somebody changed it. */
final class UnreadableLinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long sequence;
    private final String id;

    UnreadableLinkException(long sequence, String id, IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
        this.sequence = sequence;
        this.id = id;
    }

    long sequence() {
        return sequence;
    }

    String id() {
        return id;
    }
}
