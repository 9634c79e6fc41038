package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.pacing.HistoryAllowances;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.MessageShares;
import com.quanticity.ibkr.model.session.ClientId;
import java.util.HashMap;
import java.util.Map;

/** The paces of one session, one for each gateway it ever connects to. Thread-safe. */
public final class GatewayPaces implements AutoCloseable {

    private final MessageShares shares;
    private final HistoryAllowances allowances;
    private final HistoryLimits limits;
    private final ClientId clientId;
    private final int messagesPerSecond;
    private final Map<String, GatewayPace> paces = new HashMap<>();

    public GatewayPaces(
            MessageShares shares,
            HistoryAllowances allowances,
            HistoryLimits limits,
            ClientId clientId,
            int messagesPerSecond) {
        this.shares = shares;
        this.allowances = allowances;
        this.limits = limits;
        this.clientId = clientId;
        this.messagesPerSecond = messagesPerSecond;
    }

    /** Opened at the first call: ask before connecting, so that the slots are there when the connection is. */
    public synchronized GatewayPace of(String gateway) {
        return paces.computeIfAbsent(
                gateway,
                _ -> new GatewayPace(
                        shares.open(gateway, clientId, messagesPerSecond),
                        allowances.open(gateway, clientId, limits),
                        limits));
    }

    /** Gives every share back; may wait some seconds. */
    @Override
    public synchronized void close() {
        paces.values().forEach(pace -> pace.share().close());
        paces.clear();
    }
}
