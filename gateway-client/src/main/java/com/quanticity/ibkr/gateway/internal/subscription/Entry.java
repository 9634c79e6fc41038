package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.subscription.StreamKind;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One wanted stream and what is known of it. Changed on the consumer thread; {@link #status} may be read on any. */
final class Entry {

    /** No id, and for deadlines: never. */
    static final int NONE = 0;

    static final long NEVER = Long.MAX_VALUE;

    static final long NEVER_RESTED = Long.MIN_VALUE;

    private static final long BELIEVE_ALL = Long.MIN_VALUE;

    /** So much data in a row is a flowing stream, not the first picture of a new request. */
    private static final int FLOWING = 50;

    private static final int MOST_DOUBLINGS = 6;

    final Subscription wanted;
    final StreamKind kind;
    final long order;

    private volatile View view;
    private volatile @Nullable Instant lastDataAt;

    /** When the present state is over by itself; its meaning depends on the state. */
    long deadline = NEVER;

    /** When it is asked for anew although it is well. */
    long renewAt = NEVER;

    /** An older request that still serves until the new one is confirmed. */
    int formerId = NONE;

    /** Data must be seen after this moment, or the stream is asked for anew; {@link #NEVER} = no doubt. */
    long doubtSince = NEVER;

    /** Data before this moment proves nothing: it may have been under way when its source broke. */
    long believedFrom = BELIEVE_ALL;

    long lastDataNanos = Long.MIN_VALUE;

    /** When its market was last seen to rest. */
    long restedAt = NEVER_RESTED;

    final Cadence cadence = new Cadence();

    /** How long its data may pause now; null when any pause is normal or nothing was judged yet. */
    private volatile @Nullable Duration allowedPause;

    int failures;
    int quietProbes;
    int dataSinceIssue;
    /** The deadline is for data to come, not for the next try. */
    boolean awaitsData;

    boolean isRequested;

    /** The present request was answered, whatever became of the stream since. */
    boolean isProven;

    boolean isSilenceTold;

    private record View(
            SubscriptionState state,
            int requestId,
            long connection,
            Instant since,
            @Nullable MarketDataType dataType) {}

    Entry(Subscription wanted, long order, String why, Instant now) {
        this.wanted = wanted;
        this.kind = wanted.kind();
        this.order = order;
        this.view = new View(new SubscriptionState.Waiting(why), NONE, 0, now, null);
    }

    SubscriptionState state() {
        return view.state();
    }

    int requestId() {
        return view.requestId();
    }

    SubscriptionStatus status() {
        View seen = view;
        return new SubscriptionStatus(
                wanted,
                seen.state(),
                seen.requestId(),
                seen.connection(),
                seen.since(),
                lastDataAt,
                seen.dataType(),
                allowedPause);
    }

    /** False when it was in that state already. */
    boolean enter(SubscriptionState next, Instant now) {
        View before = view;
        if (before.state().equals(next)) {
            return false;
        }
        boolean sameKind = before.state().getClass() == next.getClass();
        Instant since = sameKind ? before.since() : now;
        view = new View(next, before.requestId(), before.connection(), since, before.dataType());
        return true;
    }

    /** A new request, or {@link #NONE} when the present one has ended. */
    void request(int id, long connection) {
        View before = view;
        view = new View(before.state(), id, connection, before.since(), null);
        dataSinceIssue = 0;
        isProven = false;
        believeAll();
    }

    void dataType(MarketDataType type) {
        View before = view;
        view = new View(before.state(), before.requestId(), before.connection(), before.since(), type);
    }

    /** Confirmed, as the announced freshness says. */
    SubscriptionState confirmed() {
        MarketDataType type = view.dataType();
        return type == MarketDataType.DELAYED || type == MarketDataType.DELAYED_FROZEN
                ? new SubscriptionState.Delayed()
                : new SubscriptionState.Live();
    }

    /** Whatever comes from now on is proof. */
    void believeAll() {
        believedFrom = BELIEVE_ALL;
    }

    void allowedPause(@Nullable Duration allowance) {
        allowedPause = allowance;
    }

    void onData(Instant receivedAt, long now) {
        learn(now);
        lastDataAt = receivedAt;
        lastDataNanos = now;
        if (dataSinceIssue < FLOWING && ++dataSinceIssue == FLOWING) {
            quietProbes = 0;
        }
    }

    /** A pause teaches when it ended by itself, or by a new request that showed it to be no fault; not one that a closed market made. */
    private void learn(long now) {
        boolean hadData = lastDataNanos != Long.MIN_VALUE && now > lastDataNanos;
        boolean isWell = state().isConfirmed() || quietProbes > 0 && state() instanceof SubscriptionState.Requested;
        if (hadData && isWell && (restedAt == NEVER_RESTED || restedAt < lastDataNanos)) {
            cadence.onPause(now - lastDataNanos);
        }
    }

    boolean hasDataAfter(long moment) {
        return lastDataNanos != Long.MIN_VALUE && lastDataNanos - moment > 0;
    }

    /** A pause that doubles with each step. */
    static Duration doubling(Duration first, int steps, Duration most) {
        Duration pause = first.multipliedBy(1L << Math.min(steps, MOST_DOUBLINGS));
        return pause.compareTo(most) > 0 ? most : pause;
    }
}
