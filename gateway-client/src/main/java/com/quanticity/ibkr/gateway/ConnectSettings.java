package com.quanticity.ibkr.gateway;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Duration;

/**
 * Where and how to connect.
 *
 * @param host name or address of the gateway
 * @param port 1..65535
 * @param clientId id to connect under
 * @param minVersion lowest protocol level we accept, 176..200
 * @param maxVersion highest protocol level we offer, 176..200; from 201 on the protocol is another one
 * @param connectOptions handshake options such as {@code +PACEAPI}, empty for none
 * @param timeout for the whole connect: socket, version and start of the API together
 * @param followRedirects whether a gateway may send us to another address, at most twice; a local gateway never does
 */
public record ConnectSettings(
        String host,
        int port,
        ClientId clientId,
        int minVersion,
        int maxVersion,
        String connectOptions,
        Duration timeout,
        boolean followRedirects) {

    /** Lowest and highest protocol level this platform speaks. Source: wire specification, section 1. */
    public static final int LOWEST_VERSION = 176;

    public static final int HIGHEST_VERSION = 200;

    public ConnectSettings {
        new Problems()
                .require(!host.isBlank(), "host is missing; set it to the address of the gateway")
                .require(port >= 1 && port <= 65_535, "port must be 1..65535, was " + port)
                .require(
                        minVersion >= LOWEST_VERSION && maxVersion <= HIGHEST_VERSION && minVersion <= maxVersion,
                        "min-version and max-version must lie in 176..200, were " + minVersion + ".." + maxVersion)
                .positive("connect-timeout", timeout)
                .throwIfAny();
    }

    /** Redirects are not followed. */
    public ConnectSettings(
            String host,
            int port,
            ClientId clientId,
            int minVersion,
            int maxVersion,
            String connectOptions,
            Duration timeout) {
        this(host, port, clientId, minVersion, maxVersion, connectOptions, timeout, false);
    }

    /** All versions, no options, ten seconds, no redirects. */
    public static ConnectSettings of(String host, int port, ClientId clientId) {
        return new ConnectSettings(host, port, clientId, LOWEST_VERSION, HIGHEST_VERSION, "", Duration.ofSeconds(10));
    }

    /** The same at another address. */
    public ConnectSettings withAddress(String otherHost, int otherPort) {
        return new ConnectSettings(
                otherHost, otherPort, clientId, minVersion, maxVersion, connectOptions, timeout, followRedirects);
    }

    /** {@code host:port}. */
    public String address() {
        return host + ":" + port;
    }
}
