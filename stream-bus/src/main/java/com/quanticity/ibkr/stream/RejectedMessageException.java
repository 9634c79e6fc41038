package com.quanticity.ibkr.stream;

/**
 * Thrown by a {@link StreamHandler} for one message that it can never handle. That message goes to the dead-letter stream at once and the
 * others of the same call are handed over again; the group's limit of deliveries does not matter.
 */
public final class RejectedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int index;

    /**
     * @param index place of the message in the list that was handed over
     * @param reason why it can never be handled, one line
     */
    public RejectedMessageException(int index, String reason, Throwable cause) {
        super(reason, cause);
        this.index = index;
    }

    /** Place of the message in the list that was handed over. */
    public int index() {
        return index;
    }
}
