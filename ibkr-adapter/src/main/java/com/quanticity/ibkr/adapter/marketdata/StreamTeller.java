package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.MarketStatus.State;
import com.quanticity.ibkr.model.session.SessionGap;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells on {@code market.status} where one stream of a contract stands: its states, its gaps and their ends, and that this service is
 * behind. Thread-safe; nothing blocks.
 */
public final class StreamTeller {

    private final StatusSink sink;
    private final Clock clock;
    private final Contract contract;
    private final String kind;
    private State state = State.WAITING;
    private String reason = "";
    private long connection;
    private @Nullable Instant lastDataAt;
    private @Nullable Instant gapFrom;

    /** @param kind names the stream among those of its contract, such as {@code REAL_TIME_BARS} */
    public StreamTeller(StatusSink sink, Clock clock, Contract contract, String kind) {
        this.sink = sink;
        this.clock = clock;
        this.contract = contract;
        this.kind = kind;
    }

    /** Tells what became of the subscription; the first data after a gap ends it. */
    public synchronized void tell(SubscriptionStatus status) {
        connection = status.connection();
        lastDataAt = status.lastDataAt();
        if (status.state().isConfirmed() && gapFrom != null) {
            Instant from = gapFrom;
            gapFrom = null;
            publish(State.RESUMED, "", from);
        }
        become(stateOf(status.state()), status.state().why());
    }

    /** Tells a state that is no subscription's, such as waiting for its turn. Says nothing when it was said last. */
    public synchronized void tell(State newState, String why) {
        if (state != newState || !reason.equals(why)) {
            become(newState, why);
        }
    }

    /** Tells that events may be missing; the gap lasts until data comes again. */
    public synchronized void onGap(SessionGap gap) {
        if (gap.isOpen()) {
            gapFrom = gap.from();
            publish(State.GAP, gap.reason(), gap.from());
        }
    }

    /** Tells of a hole that was found afterwards, in a stream that goes on. */
    public synchronized void tellHole(Instant from, String why) {
        publish(State.GAP, why, from);
        publish(state, reason, null);
    }

    /** Tells that such a hole is filled, or will not be. */
    public synchronized void tellHoleClosed(Instant from, String how) {
        publish(State.RESUMED, how, from);
        publish(state, reason, null);
    }

    /** While this service is behind its data is late; when it has caught up the stream is what it was. */
    public synchronized void onBacklog(Backlog backlog) {
        if (gapFrom != null || state != State.LIVE && state != State.DELAYED) {
            return;
        }
        if (backlog.isBehind()) {
            publish(
                    State.BEHIND,
                    backlog.waitingEvents() + " of " + backlog.capacity() + " events wait in the adapter",
                    null);
        } else {
            publish(state, "the adapter has caught up", null);
        }
    }

    private void become(State newState, String why) {
        state = newState;
        reason = why;
        publish(newState, why, null);
    }

    private void publish(State told, String why, @Nullable Instant from) {
        sink.publish(new MarketStatus(
                contract.symbol(), contract.id(), kind, told, why, connection, lastDataAt, from, clock.instant()));
    }

    /** The word of {@code market.status} for a subscription's state. */
    public static State stateOf(SubscriptionState of) {
        return switch (of) {
            case SubscriptionState.Waiting _ -> State.WAITING;
            case SubscriptionState.Requested _ -> State.REQUESTED;
            case SubscriptionState.Live _ -> State.LIVE;
            case SubscriptionState.Delayed _ -> State.DELAYED;
            case SubscriptionState.Silent _ -> State.SILENT;
            case SubscriptionState.Refused _ -> State.REFUSED;
            case SubscriptionState.Cancelled _ -> State.CANCELLED;
        };
    }
}
