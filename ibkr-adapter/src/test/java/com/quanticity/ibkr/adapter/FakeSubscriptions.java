package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.gateway.subscription.Subscriptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps what is wanted; the test says what becomes of it. */
public final class FakeSubscriptions implements Subscriptions {

    public final Map<String, Subscription> wanted = new LinkedHashMap<>();

    public Subscription of(String key) {
        return Objects.requireNonNull(wanted.get(key), "not wanted: " + key);
    }

    @Override
    public void want(Subscription subscription) {
        wanted.put(subscription.key(), subscription);
    }

    @Override
    public void unwant(String key) {
        wanted.remove(key);
    }

    @Override
    public List<SubscriptionStatus> all() {
        return List.of();
    }

    @Override
    public Optional<SubscriptionStatus> find(String key) {
        return Optional.empty();
    }
}
