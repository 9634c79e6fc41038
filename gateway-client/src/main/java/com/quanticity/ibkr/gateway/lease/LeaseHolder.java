package com.quanticity.ibkr.gateway.lease;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.UUID;

/**
 * Who holds a client id.
 *
 * @param component module, as in the client-id table
 * @param host name of its machine or container
 * @param pid process id there
 * @param since when it got the lease, or asked for it
 * @param instance differs for every process and session
 */
public record LeaseHolder(String component, String host, long pid, Instant since, String instance) {

    /** This process. */
    public static LeaseHolder here(String component, Instant since) {
        return new LeaseHolder(
                component,
                hostName(),
                ProcessHandle.current().pid(),
                since,
                UUID.randomUUID().toString());
    }

    /** For messages: {@code ibkr-adapter on host1 (pid 4711) since 2026-01-05T14:30:00Z}. */
    public String describe() {
        return component + " on " + host + " (pid " + pid + ") since " + since;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown-host";
        }
    }
}
