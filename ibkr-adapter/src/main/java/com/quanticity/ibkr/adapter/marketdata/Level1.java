package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.marketdata.Level1Facts.Halt;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionView.State;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Level 1 data of one wanted contract. Changed on the session's consumer thread, seen by all through {@link #view} and {@link #whyNotLive}.
 */
final class Level1 {

    private static final String PREFIX = "LEVEL_1:";

    private final String symbol;
    private final Contract contract;
    private final Subscription subscription;
    private final int volumeUnit;
    private TopOfBook book;
    private FactBook facts;
    private State state = State.WAITING;
    private String reason = "";
    private Instant since;
    private int requestId;
    private int formerRequestId;
    private @Nullable Instant lastTickAt;
    private @Nullable Instant gapFrom;
    private @Nullable SubscriptionStatus status;
    private long quotes;
    private int requests;
    private int silences;
    private volatile Halt halt = Halt.UNKNOWN;

    /**
     * @param symbol the desk's name of the contract
     * @param priority lower ones get a line first
     */
    Level1(String symbol, Contract contract, int priority, Level1Properties settings, Instant now) {
        this.symbol = symbol;
        this.contract = contract;
        this.volumeUnit = settings.volumeUnit(contract.securityType());
        this.subscription = subscription(symbol, contract, priority, settings);
        this.book = new TopOfBook(symbol, contract.id());
        this.facts = new FactBook(volumeUnit);
        this.since = now;
    }

    private static Subscription subscription(
            String symbol, Contract contract, int priority, Level1Properties settings) {
        ReqMktData request = new ReqMktData(
                0,
                ContractTranslator.INSTANCE.wire(contract),
                settings.genericTicks(contract.securityType()),
                false,
                false,
                List.of());
        Subscription wanted = Subscription.of(PREFIX + symbol, request).withPriority(priority);
        Duration allowance = settings.quietAllowance().get(symbol);
        return allowance == null ? wanted : wanted.withQuietAllowance(allowance);
    }

    /** The desk's name of the contract. */
    String symbol() {
        return symbol;
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

    FactBook facts() {
        return facts;
    }

    /** 0 when it is not asked for. */
    int requestId() {
        return requestId;
    }

    /** Starts from an empty book: what was known before must not mix with what comes under a new request. */
    synchronized void onRequested(int newRequestId) {
        formerRequestId = requestId;
        requestId = newRequestId;
        book = new TopOfBook(symbol, contract.id());
        facts = new FactBook(volumeUnit);
        lastTickAt = null;
        quotes = 0;
        requests += newRequestId == 0 ? 0 : 1;
    }

    /** Whether this was asked for under an id, now or by the request before. */
    synchronized boolean wasAskedUnder(int id) {
        return id == requestId || id == formerRequestId;
    }

    synchronized boolean hasLine() {
        return requestId != 0;
    }

    /** When the last tick came, null when none has under the present request. */
    synchronized @Nullable Instant lastTickAt() {
        return lastTickAt;
    }

    synchronized void onTick(Instant receivedAt) {
        lastTickAt = receivedAt;
    }

    synchronized void onQuote() {
        quotes++;
    }

    synchronized void onStatus(SubscriptionStatus newStatus) {
        status = newStatus;
        silences += newStatus.state() instanceof SubscriptionState.Silent && state != State.SILENT ? 1 : 0;
        state = state(newStatus.state());
        reason = newStatus.state().why();
        since = newStatus.since();
    }

    /** The status of a stream whose data comes, without a gap that lasts; null for every other. */
    @Nullable SubscriptionStatus served() {
        return status != null && status.state().isConfirmed() && gapFrom == null ? status : null;
    }

    synchronized void onGap(Instant from) {
        gapFrom = from;
    }

    /** Start of the gap that ends with the present state; null when none does. */
    synchronized @Nullable Instant takeGap() {
        Instant from = gapFrom;
        gapFrom = null;
        return from;
    }

    /** @param allowedPause how long its data may pause, null when any pause is normal or nothing was judged yet */
    synchronized SubscriptionView view(@Nullable Duration allowedPause) {
        return new SubscriptionView(
                symbol,
                contract.id(),
                state,
                reason,
                book.dataType(),
                subscription.priority(),
                since,
                lastTickAt,
                allowedPause,
                halt,
                quotes,
                requests,
                silences);
    }

    /** True when that is news. An unknown halt says nothing: what was told last holds. */
    boolean isNewHalt(Halt told) {
        if (told == Halt.UNKNOWN || told == halt) {
            return false;
        }
        halt = told;
        return true;
    }

    /** The halt that was told last, also under a request before. */
    Halt halt() {
        return halt;
    }

    /** Why no order may be priced by this data now, null when one may. Any thread. */
    synchronized @Nullable String whyNotLive() {
        if (state != State.LIVE || gapFrom != null) {
            return "its data is " + (gapFrom == null ? state : "in doubt after a gap")
                    + (reason.isEmpty() ? "" : ": " + reason);
        }
        if (book.dataType() != MarketDataType.LIVE) {
            return "its data is " + book.dataType();
        }
        return null;
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
