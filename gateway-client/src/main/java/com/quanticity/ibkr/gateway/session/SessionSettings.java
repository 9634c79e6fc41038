package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.subscription.SubscriptionSettings;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a session behaves.
 *
 * @param connect where and under which id
 * @param component the module that owns the id, as in the client-id table
 * @param mayTrade false: orders are refused here whatever the application does
 * @param reconnectInitial pause before the second attempt; doubles with each failure
 * @param reconnectMax longest pause
 * @param reconnectJitter 0..1, share by which a pause is shortened or lengthened at random
 * @param probeInterval how often the gateway is asked for its time
 * @param probeTimeout how long it may take to answer before the connection is given up
 * @param silenceTimeout how long nothing at all may arrive before the connection is given up
 * @param synchroniseTimeout how long the application's synchronising steps may take
 * @param messagesPerSecond most messages sent in any second
 * @param handOverCapacity most events waiting for the application
 * @param marketDataType told to the gateway after every connect unless LIVE, which is the gateway's own default
 * @param life how outages are judged
 * @param subscriptions how subscriptions are cared for
 */
public record SessionSettings(
        ConnectSettings connect,
        String component,
        boolean mayTrade,
        Duration reconnectInitial,
        Duration reconnectMax,
        double reconnectJitter,
        Duration probeInterval,
        Duration probeTimeout,
        Duration silenceTimeout,
        Duration synchroniseTimeout,
        int messagesPerSecond,
        int handOverCapacity,
        MarketDataType marketDataType,
        LifeSettings life,
        SubscriptionSettings subscriptions) {

    /** Source: IB allows 50 messages a second with 100 market data lines; 5 are left as a margin. Behaviour, section 3. */
    public static final int DEFAULT_MESSAGES_PER_SECOND = 45;

    public static final int DEFAULT_HAND_OVER_CAPACITY = 262_144;

    /** One paper gateway, nothing planned. */
    public SessionSettings(
            ConnectSettings connect,
            String component,
            boolean mayTrade,
            Duration reconnectInitial,
            Duration reconnectMax,
            double reconnectJitter,
            Duration probeInterval,
            Duration probeTimeout,
            Duration silenceTimeout,
            Duration synchroniseTimeout,
            int messagesPerSecond,
            int handOverCapacity,
            MarketDataType marketDataType) {
        this(
                connect,
                component,
                mayTrade,
                reconnectInitial,
                reconnectMax,
                reconnectJitter,
                probeInterval,
                probeTimeout,
                silenceTimeout,
                synchroniseTimeout,
                messagesPerSecond,
                handOverCapacity,
                marketDataType,
                LifeSettings.DEFAULT);
    }

    /** Subscriptions cared for as usual. */
    public SessionSettings(
            ConnectSettings connect,
            String component,
            boolean mayTrade,
            Duration reconnectInitial,
            Duration reconnectMax,
            double reconnectJitter,
            Duration probeInterval,
            Duration probeTimeout,
            Duration silenceTimeout,
            Duration synchroniseTimeout,
            int messagesPerSecond,
            int handOverCapacity,
            MarketDataType marketDataType,
            LifeSettings life) {
        this(
                connect,
                component,
                mayTrade,
                reconnectInitial,
                reconnectMax,
                reconnectJitter,
                probeInterval,
                probeTimeout,
                silenceTimeout,
                synchroniseTimeout,
                messagesPerSecond,
                handOverCapacity,
                marketDataType,
                life,
                SubscriptionSettings.defaults());
    }

    /** The same with subscriptions cared for in another way. */
    public SessionSettings with(SubscriptionSettings other) {
        return new SessionSettings(
                connect,
                component,
                mayTrade,
                reconnectInitial,
                reconnectMax,
                reconnectJitter,
                probeInterval,
                probeTimeout,
                silenceTimeout,
                synchroniseTimeout,
                messagesPerSecond,
                handOverCapacity,
                marketDataType,
                life,
                other);
    }

    public SessionSettings {
        List<String> problems = new ArrayList<>();
        requirePositive(problems, "reconnect.initial", reconnectInitial);
        requirePositive(problems, "liveness.probe-interval", probeInterval);
        requirePositive(problems, "liveness.probe-timeout", probeTimeout);
        requirePositive(problems, "liveness.silence-timeout", silenceTimeout);
        requirePositive(problems, "synchronise-timeout", synchroniseTimeout);
        if (reconnectMax.compareTo(reconnectInitial) <= 0) {
            problems.add("reconnect.max must be longer than reconnect.initial, was " + reconnectMax);
        }
        if (reconnectJitter < 0 || reconnectJitter >= 1) {
            problems.add("reconnect.jitter must be 0 or more and below 1, was " + reconnectJitter);
        }
        if (silenceTimeout.compareTo(probeInterval) <= 0) {
            problems.add("liveness.silence-timeout must be longer than liveness.probe-interval, was " + silenceTimeout);
        }
        if (messagesPerSecond < 1) {
            problems.add("pacing.messages-per-second must be 1 or more, was " + messagesPerSecond);
        }
        if (marketDataType == MarketDataType.UNKNOWN) {
            problems.add("market-data-type must be LIVE, FROZEN, DELAYED or DELAYED_FROZEN, was UNKNOWN");
        }
        if (handOverCapacity < 1) {
            problems.add("hand-over-capacity must be 1 or more, was " + handOverCapacity);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("ibkr.gateway: " + String.join("; ", problems));
        }
    }

    /** The usual behaviour: 1 s to 60 s with 20 % jitter, probe every 10 s, answer within 10 s. */
    public static SessionSettings of(ConnectSettings connect, String component, boolean mayTrade) {
        return new SessionSettings(
                connect,
                component,
                mayTrade,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                0.2,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                DEFAULT_MESSAGES_PER_SECOND,
                DEFAULT_HAND_OVER_CAPACITY,
                MarketDataType.LIVE);
    }

    /** The same with outages judged in another way. */
    public SessionSettings with(LifeSettings other) {
        return new SessionSettings(
                connect,
                component,
                mayTrade,
                reconnectInitial,
                reconnectMax,
                reconnectJitter,
                probeInterval,
                probeTimeout,
                silenceTimeout,
                synchroniseTimeout,
                messagesPerSecond,
                handOverCapacity,
                marketDataType,
                other,
                subscriptions);
    }

    /** Id of the session. */
    public ClientId clientId() {
        return connect.clientId();
    }

    private static void requirePositive(List<String> problems, String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            problems.add(name + " must be positive, was " + value);
        }
    }
}
