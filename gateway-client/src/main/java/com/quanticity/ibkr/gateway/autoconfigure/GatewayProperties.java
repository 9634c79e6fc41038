package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service's session with the gateway.
 *
 * @param enabled false = no session and no factory bean
 * @param host name or address of IB Gateway, TWS or the simulator; required
 * @param port its API port, for example 4002 (gateway, paper) or 4001 (gateway, live); required
 * @param owner who connects, as in the client-id table: the id follows from it and cannot be set; required
 * @param minVersion lowest protocol level accepted, 176..200
 * @param maxVersion highest protocol level offered, 176..200
 * @param connectOptions handshake options such as {@code +PACEAPI}, empty for none
 * @param connectTimeout for socket, version and login together
 * @param reconnectInitial pause before the second attempt, doubles with each failure
 * @param reconnectMax longest pause between attempts
 * @param reconnectJitter 0 to below 1: share by which pauses vary at random
 * @param probeInterval how often the gateway is asked for its time
 * @param probeTimeout how long the answer may take before the connection is given up
 * @param silenceTimeout how long nothing may arrive before the connection is given up
 * @param synchroniseTimeout how long reading orders, executions and positions may take before READY
 * @param messagesPerSecond most messages sent in any second; the gateway allows 50 with 100 market data lines
 * @param handOverCapacity most events waiting for the application before the session starts over
 * @param marketDataType LIVE, FROZEN, DELAYED or DELAYED_FROZEN
 */
@ConfigurationProperties(prefix = "ibkr.gateway", ignoreUnknownFields = false)
record GatewayProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable ClientIdOwner owner,
        @DefaultValue("176") int minVersion,
        @DefaultValue("200") int maxVersion,
        @DefaultValue("") String connectOptions,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("1s") Duration reconnectInitial,
        @DefaultValue("60s") Duration reconnectMax,
        @DefaultValue("0.2") double reconnectJitter,
        @DefaultValue("10s") Duration probeInterval,
        @DefaultValue("10s") Duration probeTimeout,
        @DefaultValue("30s") Duration silenceTimeout,
        @DefaultValue("60s") Duration synchroniseTimeout,
        @DefaultValue("45") int messagesPerSecond,
        @DefaultValue("262144") int handOverCapacity,
        @DefaultValue("LIVE") MarketDataType marketDataType) {

    /** The settings of the session; every missing required value in one message. */
    SessionSettings toSettings() {
        List<String> missing = new ArrayList<>();
        if (host == null || host.isBlank()) {
            missing.add("ibkr.gateway.host is missing; set it to the address of the gateway");
        }
        if (port == null) {
            missing.add("ibkr.gateway.port is missing; set it to the gateway's API port");
        }
        if (owner == null) {
            missing.add("ibkr.gateway.owner is missing; set it to the component of the client-id table");
        }
        if (host == null || port == null || owner == null || !missing.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", missing));
        }
        return settings(host, port, owner);
    }

    private SessionSettings settings(String gatewayHost, int gatewayPort, ClientIdOwner idOwner) {
        return new SessionSettings(
                new ConnectSettings(
                        gatewayHost,
                        gatewayPort,
                        idOwner.clientId(),
                        minVersion,
                        maxVersion,
                        connectOptions,
                        connectTimeout),
                idOwner.component(),
                idOwner.mayTrade(),
                reconnectInitial,
                reconnectMax,
                reconnectJitter,
                probeInterval,
                probeTimeout,
                silenceTimeout,
                synchroniseTimeout,
                messagesPerSecond,
                handOverCapacity,
                marketDataType);
    }
}
