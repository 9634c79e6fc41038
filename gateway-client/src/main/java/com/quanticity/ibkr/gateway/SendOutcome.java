package com.quanticity.ibkr.gateway;

import java.time.Duration;

/** What became of a request at our own end. Says nothing about the gateway's answer. */
public sealed interface SendOutcome {

    /**
     * Taken: it will go out in its turn unless the connection ends before; then it is reported as unsent.
     *
     * @param expectedWait how long it will wait for the message budget, zero when it has left already; an estimate that more urgent
     *     requests can lengthen
     */
    record Accepted(Duration expectedWait) implements SendOutcome {}

    /** Not taken: nothing was sent and nothing will be. */
    record Refused(LocalRefusal refusal, String message) implements SendOutcome {

        /** The official clients' number for the refusal, 0 when they have none. */
        public int code() {
            return refusal.code();
        }
    }

    /** Has left without waiting. */
    SendOutcome ACCEPTED = new Accepted(Duration.ZERO);

    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
