package com.quanticity.ibkr.gateway.subscription;

import java.util.List;
import java.util.Optional;

/**
 * The desired state of a session's streams. What is wanted is asked for as soon as the session is READY or DEGRADED, again after
 * every loss, and each is confirmed by data. What becomes of it is told to the session's listener. Thread-safe; nothing blocks.
 */
public interface Subscriptions {

    /** Wants this from now on. Wanting the same again changes nothing; another under the same key replaces it. */
    void want(Subscription subscription);

    /** Ends it; data under its request is not delivered any more. Unknown keys change nothing. */
    void unwant(String key);

    /** Everything wanted, in the order it was wanted first. */
    List<SubscriptionStatus> all();

    Optional<SubscriptionStatus> find(String key);
}
