package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.model.session.ClientId;
import java.util.HashMap;
import java.util.Map;

/** The paces of one session, one for each gateway it ever connects to. Thread-safe. */
public final class GatewayPaces implements AutoCloseable {

    private final SessionSharing sharing;
    private final ClientId clientId;
    private final int messagesPerSecond;
    private final Map<String, GatewayPace> paces = new HashMap<>();

    public GatewayPaces(SessionSharing sharing, ClientId clientId, int messagesPerSecond) {
        this.sharing = sharing;
        this.clientId = clientId;
        this.messagesPerSecond = messagesPerSecond;
    }

    /** Opened at the first call: ask before connecting, so that the slots are there when the connection is. */
    public synchronized GatewayPace of(String gateway) {
        return paces.computeIfAbsent(
                gateway,
                _ -> new GatewayPace(
                        sharing.messages().open(gateway, clientId, messagesPerSecond),
                        sharing.history().open(gateway, clientId, sharing.historyLimits()),
                        sharing.historyLimits()));
    }

    /** Gives every share back; may wait some seconds. */
    @Override
    public synchronized void close() {
        paces.values().forEach(pace -> pace.share().close());
        paces.clear();
    }
}
