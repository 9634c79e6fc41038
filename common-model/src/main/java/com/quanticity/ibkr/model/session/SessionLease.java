package com.quanticity.ibkr.model.session;

import java.time.Instant;

/**
 * Who holds the lease of a client id, as its session knows it.
 *
 * @param component module of the holder, as in the client-id table
 * @param host name of its machine or container
 * @param pid process id there
 * @param since when it got the lease
 * @param token fencing token: grows with every new holder of the id
 * @param standing what that means for the session that tells it
 */
public record SessionLease(String component, String host, long pid, Instant since, long token, Standing standing) {

    public enum Standing {
        /** The session's own, beyond doubt. */
        PROVEN,
        /** The session's own, but not renewed in time: no order leaves until it is. */
        UNPROVEN,
        /** Another process's: this session has no connection and waits. */
        OTHERS
    }
}
