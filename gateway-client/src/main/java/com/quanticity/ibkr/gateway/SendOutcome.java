package com.quanticity.ibkr.gateway;

/** What became of a request at our own end. Says nothing about the gateway's answer. */
public sealed interface SendOutcome {

    /** Taken: it will go out in its turn unless the connection ends before; then it is reported as unsent. */
    record Accepted() implements SendOutcome {}

    /** Not taken: nothing was sent and nothing will be. */
    record Refused(LocalRefusal refusal, String message) implements SendOutcome {

        /** The official clients' number for the refusal, 0 when they have none. */
        public int code() {
            return refusal.code();
        }
    }

    SendOutcome ACCEPTED = new Accepted();

    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
