package com.quanticity.ibkr.gateway.subscription;

import java.time.Instant;

/**
 * When a subscription may be silent because its market rests. A service that knows the trading hours of what it wants offers a bean.
 * Called on the session's consumer thread; must not block.
 */
@FunctionalInterface
public interface QuietTimes {

    /** Trading hours are not known: nothing is ever excused, and a pause of confirmed data is judged by asking anew. */
    QuietTimes UNKNOWN = (subscription, at) -> false;

    /** True when no data is expected. */
    boolean isQuiet(Subscription subscription, Instant at);
}
