package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.time.Duration;
import java.util.List;

/** One run of the synchronising steps on one connection. Used on the hook's thread only. */
public interface Synchronisation {

    /** Why the application must synchronise. */
    enum Cause {
        /** A new connection: the gateway has forgotten subscriptions and the market data type. */
        CONNECTED,
        /** 1101: the link to the broker is back, subscriptions are lost. */
        DATA_LOST,
        /** 1102: the link to the broker is back, subscriptions were kept; fills may have happened meanwhile. */
        DATA_KEPT;

        /** The one of the two that asks more of the application. */
        public Cause stronger(Cause other) {
            return compareTo(other) <= 0 ? this : other;
        }
    }

    Cause cause();

    /** Number of the connection. */
    long connection();

    /** {@code host:port} of the gateway. */
    default String gateway() {
        return "";
    }

    /** True when the session was last READY on another gateway. Order ids go on all the same. */
    default boolean gatewayChanged() {
        return false;
    }

    /** Next order id as the gateway announced it on this connection. */
    int nextValidId();

    /** Accounts of the login. */
    List<String> managedAccounts();

    int nextRequestId();

    /** Sends without waiting, for example a subscription. Orders are refused: the session is not READY. */
    SendOutcome send(GatewayRequest request);

    /** Sends and waits for the end. */
    RequestOutcome ask(GatewayRequest request, Duration timeout) throws InterruptedException;

    /**
     * As {@link #ask}, for steps without which there is no READY.
     *
     * @return the events of the answer, end marker left out
     * @throws SynchronisationFailedException when it was not answered; leave it to the session, which reconnects
     */
    List<GatewayEvent> require(GatewayRequest request, Duration timeout) throws InterruptedException;
}
