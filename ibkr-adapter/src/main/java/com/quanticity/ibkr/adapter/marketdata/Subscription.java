package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.marketdata.SubscriptionView.State;
import com.quanticity.ibkr.model.contract.Contract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One wanted contract and what became of it. Changed on the session's consumer thread, seen by all through {@link #view}. */
final class Subscription {

    private final Contract contract;
    private TopOfBook book;
    private State state = State.WAITING;
    private String reason = "";
    private Instant since;
    private @Nullable Instant lastTickAt;
    private long quotes;

    Subscription(Contract contract, Instant now) {
        this.contract = contract;
        this.book = new TopOfBook(contract);
        this.since = now;
    }

    Contract contract() {
        return contract;
    }

    TopOfBook book() {
        return book;
    }

    /** Starts from an empty book: what was known before the gap must not mix with what comes after. */
    synchronized void onRequested(Instant now) {
        book = new TopOfBook(contract);
        lastTickAt = null;
        quotes = 0;
        enter(State.REQUESTED, "", now);
    }

    synchronized void onTick(Instant receivedAt) {
        lastTickAt = receivedAt;
        if (state != State.LIVE) {
            enter(State.LIVE, "", receivedAt);
        }
    }

    synchronized void onQuote() {
        quotes++;
    }

    synchronized void onRefused(String why, Instant now) {
        enter(State.REFUSED, why, now);
    }

    synchronized void onSessionLost(String why, Instant now) {
        enter(State.WAITING, why, now);
    }

    /** The data goes on under the old request. */
    synchronized void onSessionBack(Instant now) {
        enter(lastTickAt == null ? State.REQUESTED : State.LIVE, "", now);
    }

    synchronized SubscriptionView view() {
        return new SubscriptionView(contract.symbol(), contract.id(), state, reason, since, lastTickAt, quotes);
    }

    private void enter(State next, String why, Instant now) {
        if (state != next || !reason.equals(why)) {
            since = now;
        }
        state = next;
        reason = why;
    }
}
