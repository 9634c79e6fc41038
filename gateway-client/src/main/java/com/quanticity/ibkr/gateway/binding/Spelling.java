package com.quanticity.ibkr.gateway.binding;

import com.quanticity.ibkr.gateway.SendOutcome;

/** A request as it goes to the socket, or why it does not. */
public sealed interface Spelling {

    /** Ready for the socket, length prefix included. Handed on once, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Frame(byte[] bytes) implements Spelling {}

    /** Not to be sent; not a byte of it exists. */
    record Refused(SendOutcome.Refused refusal) implements Spelling {}
}
