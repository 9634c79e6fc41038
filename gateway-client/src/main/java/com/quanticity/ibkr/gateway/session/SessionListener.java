package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import java.util.List;

/**
 * The application's side of a session. All methods but {@link #synchronise} are called on the session's one consumer thread, one at
 * a time and in order: the events of a connection lie between the CONNECTING that begins and the DISCONNECTED that ends it. Blocking here fills the
 * hand-over queue; when it is full the session closes the connection as "consumer too slow" and reconnects, and nothing is dropped
 * in silence.
 */
public interface SessionListener {

    /** The session entered a state. */
    default void onStateChange(SessionEvent event) {}

    /** An alarm was raised or cleared. It has been logged already. */
    default void onAlarm(Alarm alarm) {}

    /** A subscription changed; told before the data and, for a new request, before it goes out. */
    default void onSubscription(SubscriptionStatus status) {}

    /** Events may be missing: told when the gap begins and again, complete, when it has ended. Follows the state that caused it. */
    default void onGap(SessionGap gap) {}

    /** This application has fallen behind the events, or has caught up. */
    default void onBacklog(Backlog backlog) {}

    /** A data farm of the broker is not as it was, or is heard of for the first time on this connection. */
    default void onFarm(FarmStatus farm) {}

    /**
     * Whether orders of this application may be working. Asked only of a session that may trade, before it changes
     * its gateway: on the control thread when it goes back to its primary gateway by itself, on any thread when a person wants it;
     * must not block. Unknown counts as true.
     */
    default boolean mayHaveWorkingOrders() {
        return true;
    }

    /** Events, in order. Late data of requests that were cancelled is left out. */
    void onEvents(EventBatch batch);

    /** Requests that {@link GatewaySession#send} had accepted and that certainly never reached the wire. */
    default void onUnsent(List<GatewayRequest> requests) {}

    /**
     * Reads what the application must know before the session says READY: open orders, executions, positions, subscriptions. Runs on
     * a thread of its own, so it may block on {@link Synchronisation#ask}. Called after every connect and after 1101 and 1102. An
     * exception closes the connection and reconnects with back-off.
     */
    default void synchronise(Synchronisation synchronisation) throws InterruptedException {}
}
