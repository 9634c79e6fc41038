package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.subscription.SubscriptionSettings;
import com.quanticity.ibkr.model.session.ClientId;

/**
 * How a session behaves. Each part refuses what it cannot mean when it is made.
 *
 * @param connect where and under which id
 * @param component the module that owns the id, as in the client-id table
 * @param mayTrade false: orders are refused here whatever the application does
 * @param reconnect pauses between connection attempts
 * @param liveness how a dead connection is found
 * @param flow how much may go out and how much may wait
 * @param synchronise what lies between a connection and READY
 * @param life how outages are judged
 * @param subscriptions how subscriptions are cared for
 */
public record SessionSettings(
        ConnectSettings connect,
        String component,
        boolean mayTrade,
        ReconnectSettings reconnect,
        LivenessSettings liveness,
        FlowSettings flow,
        SynchroniseSettings synchronise,
        LifeSettings life,
        SubscriptionSettings subscriptions) {

    /** The usual behaviour of every part, at one paper gateway, nothing planned. */
    public static SessionSettings of(ConnectSettings connect, String component, boolean mayTrade) {
        return new SessionSettings(
                connect,
                component,
                mayTrade,
                ReconnectSettings.DEFAULT,
                LivenessSettings.DEFAULT,
                FlowSettings.DEFAULT,
                SynchroniseSettings.DEFAULT,
                LifeSettings.DEFAULT,
                SubscriptionSettings.defaults());
    }

    /** The same with pauses between attempts of another length. */
    public SessionSettings with(ReconnectSettings other) {
        return new SessionSettings(
                connect, component, mayTrade, other, liveness, flow, synchronise, life, subscriptions);
    }

    /** The same with dead connections found in another way. */
    public SessionSettings with(LivenessSettings other) {
        return new SessionSettings(
                connect, component, mayTrade, reconnect, other, flow, synchronise, life, subscriptions);
    }

    /** The same with other limits of what goes out and what may wait. */
    public SessionSettings with(FlowSettings other) {
        return new SessionSettings(
                connect, component, mayTrade, reconnect, liveness, other, synchronise, life, subscriptions);
    }

    /** The same with another way to READY. */
    public SessionSettings with(SynchroniseSettings other) {
        return new SessionSettings(connect, component, mayTrade, reconnect, liveness, flow, other, life, subscriptions);
    }

    /** The same with outages judged in another way. */
    public SessionSettings with(LifeSettings other) {
        return new SessionSettings(
                connect, component, mayTrade, reconnect, liveness, flow, synchronise, other, subscriptions);
    }

    /** The same with subscriptions cared for in another way. */
    public SessionSettings with(SubscriptionSettings other) {
        return new SessionSettings(connect, component, mayTrade, reconnect, liveness, flow, synchronise, life, other);
    }

    /** Id of the session. */
    public ClientId clientId() {
        return connect.clientId();
    }
}
