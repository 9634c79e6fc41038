package com.quanticity.ibkr.gateway.subscription;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a subscription stands. Only {@link Live} and {@link Delayed} are proven by data. */
public sealed interface SubscriptionState {

    /** Wanted and not asked for: no session, a backlog, or no free line. */
    record Waiting(String reason) implements SubscriptionState {}

    /** Asked for, or in doubt after a gap; data has not come yet. */
    record Requested() implements SubscriptionState {}

    /** Confirmed by data. */
    record Live() implements SubscriptionState {}

    /** Confirmed by data that is 15 to 20 minutes old, because the login is not entitled to more. */
    record Delayed() implements SubscriptionState {}

    /**
     * Asked for and not served, or served no more; asked for again with growing pauses.
     *
     * @param code the broker's code, null when it said nothing
     * @param retryAt when it is asked for again
     */
    record Silent(@Nullable Integer code, String reason, Instant retryAt) implements SubscriptionState {

        private static final Set<Integer> OF_SESSION = Set.of(2103, 2105, 10197);

        /** True when a broken farm or a competing session is why: told once for the session, not for each subscription. */
        public boolean isOfSession() {
            return code != null && OF_SESSION.contains(code);
        }
    }

    /**
     * The broker said no.
     *
     * @param retryAt when it is asked for again, which is seldom; a new connection asks at once
     */
    record Refused(int code, String reason, Instant retryAt) implements SubscriptionState {}

    /** Not wanted any more. */
    record Cancelled() implements SubscriptionState {}

    /** True when data proves it. */
    default boolean isConfirmed() {
        return this instanceof Live || this instanceof Delayed;
    }

    /** Why it is not served; empty when it is, or when there is nothing to say. */
    default String why() {
        return switch (this) {
            case Waiting(String reason) -> reason;
            case Silent silent -> silent.reason();
            case Refused refused -> refused.code() + " " + refused.reason();
            case Requested _, Live _, Delayed _, Cancelled _ -> "";
        };
    }
}
