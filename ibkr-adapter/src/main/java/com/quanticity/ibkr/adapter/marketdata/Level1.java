package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.marketdata.SubscriptionView.State;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.Contract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Level 1 data of one wanted contract. Changed on the session's consumer thread, seen by all through {@link #view}. */
final class Level1 {

    private static final String PREFIX = "level1:";

    private final Contract contract;
    private final Subscription subscription;
    private TopOfBook book;
    private State state = State.WAITING;
    private String reason = "";
    private Instant since;
    private int requestId;
    private @Nullable Instant lastTickAt;
    private @Nullable Instant gapFrom;
    private @Nullable SubscriptionStatus status;
    private long quotes;

    Level1(Contract contract, Instant now) {
        this.contract = contract;
        this.subscription = Subscription.of(
                PREFIX + contract.symbol(), ReqMktData.stream(0, ContractTranslator.INSTANCE.wire(contract)));
        this.book = new TopOfBook(contract);
        this.since = now;
    }

    Contract contract() {
        return contract;
    }

    Subscription subscription() {
        return subscription;
    }

    TopOfBook book() {
        return book;
    }

    /** 0 when it is not asked for. */
    int requestId() {
        return requestId;
    }

    /** Starts from an empty book: what was known before must not mix with what comes under a new request. */
    synchronized void onRequested(int newRequestId) {
        requestId = newRequestId;
        book = new TopOfBook(contract);
        lastTickAt = null;
        quotes = 0;
    }

    synchronized void onTick(Instant receivedAt) {
        lastTickAt = receivedAt;
    }

    synchronized void onQuote() {
        quotes++;
    }

    synchronized void onStatus(SubscriptionStatus newStatus) {
        status = newStatus;
        state = state(newStatus.state());
        reason = newStatus.state().why();
        since = newStatus.since();
    }

    /** The status of a stream whose data comes, without a gap that lasts; null for every other. */
    @Nullable SubscriptionStatus served() {
        return status != null && status.state().isConfirmed() && gapFrom == null ? status : null;
    }

    void onGap(Instant from) {
        gapFrom = from;
    }

    /** Start of the gap that ends with the present state; null when none does. */
    @Nullable Instant takeGap() {
        Instant from = gapFrom;
        gapFrom = null;
        return from;
    }

    synchronized SubscriptionView view() {
        return new SubscriptionView(contract.symbol(), contract.id(), state, reason, since, lastTickAt, quotes);
    }

    private static State state(SubscriptionState of) {
        return switch (of) {
            case SubscriptionState.Waiting _, SubscriptionState.Cancelled _ -> State.WAITING;
            case SubscriptionState.Requested _ -> State.REQUESTED;
            case SubscriptionState.Live _ -> State.LIVE;
            case SubscriptionState.Delayed _ -> State.DELAYED;
            case SubscriptionState.Silent _ -> State.SILENT;
            case SubscriptionState.Refused _ -> State.REFUSED;
        };
    }
}
