package com.quanticity.ibkr.simulator.desk;

import com.quanticity.ibkr.simulator.wire.Request;

/**
 * Serves one group of requests. Event loop only: a desk never blocks, takes time from the loop and chance from the
 * simulator's seeded generator.
 *
 * @param <R> the sealed group
 */
@FunctionalInterface
public interface Desk<R extends Request> {

    /** Answers a request of a running session, or refuses it with an error that carries its id. */
    void serve(Client client, R request);

    /** Forgets what belongs to a client that is gone. */
    default void onClosed(Client client) {}

    /** A desk that tells every client that nobody serves this group. */
    static <R extends Request> Desk<R> unserved() {
        return (client, request) -> client.sendMessage(
                request.requestId(),
                321,
                "Error validating request.-'bN' : cause - The simulator does not serve "
                        + request.getClass().getSimpleName() + " requests.");
    }
}
