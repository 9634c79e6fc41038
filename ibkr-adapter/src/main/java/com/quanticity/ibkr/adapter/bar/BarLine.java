package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.adapter.marketdata.StreamTeller;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqRealTimeBars;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.MarketStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bars of one wanted symbol. Guarded by the desk's monitor, apart from what is final. */
final class BarLine {

    private static final int PRIORITY = 95;

    /** Four bars. */
    private static final Duration QUIET = Duration.ofSeconds(20);

    private final String symbol;
    private final boolean regularHours;
    private final SessionHours hours;
    private final BarLedger ledger;
    private final BarGap gap = new BarGap();
    private final BarMeters meters;
    private Instant countedFrom;
    private @Nullable Contract contract;
    private @Nullable StreamTeller teller;
    private @Nullable Subscription subscription;
    private boolean isSeeded;
    private int requestId;
    private Instant askedAt = Instant.MAX;
    private State state = State.WAITING;
    private String reason = "not resolved yet";
    private Instant since;
    private @Nullable Bar last;
    private long expectedTo;

    BarLine(String symbol, boolean regularHours, Instant now, BarMeters meters) {
        this.symbol = symbol;
        this.regularHours = regularHours;
        this.countedFrom = now;
        this.since = now;
        this.hours = new SessionHours(regularHours);
        this.ledger = new BarLedger(hours);
        this.meters = meters;
        this.expectedTo = Slots.from(now);
    }

    String symbol() {
        return symbol;
    }

    SessionHours hours() {
        return hours;
    }

    BarLedger ledger() {
        return ledger;
    }

    BarGap gap() {
        return gap;
    }

    BarMeters meters() {
        return meters;
    }

    Instant countedFrom() {
        return countedFrom;
    }

    @Nullable Contract contract() {
        return contract;
    }

    /** What is told of it on {@code market.status}; null until its contract is known. */
    @Nullable StreamTeller teller() {
        return teller;
    }

    String key() {
        return "REAL_TIME_BARS:" + symbol;
    }

    boolean isAbout(Subscription other) {
        return subscription != null && subscription.equals(other);
    }

    int requestId() {
        return requestId;
    }

    /** Whether bars of earlier runs have been looked up. */
    boolean isSeeded() {
        return isSeeded;
    }

    /** @param from bars are counted from here on */
    void onSeeded(Instant from) {
        isSeeded = true;
        countedFrom = from;
    }

    Subscription resolve(Contract known, StreamTeller itsTeller) {
        contract = known;
        teller = itsTeller;
        subscription = Subscription.of(
                        key(),
                        new ReqRealTimeBars(
                                0,
                                ContractTranslator.INSTANCE.wire(known),
                                Bar.SECONDS,
                                WhatToShow.TRADES,
                                regularHours,
                                List.of()))
                .withPriority(PRIORITY)
                .withQuietAllowance(QUIET);
        return subscription;
    }

    void onRequest(int id, Instant now) {
        requestId = id;
        askedAt = id == 0 ? Instant.MAX : now;
    }

    void onStatus(SubscriptionStatus status) {
        state = StreamTeller.stateOf(status.state());
        reason = status.state().why();
        since = status.since();
        if (teller != null) {
            teller.tell(status);
        }
    }

    void say(String why, Instant now) {
        if (!reason.equals(why)) {
            reason = why;
            since = now;
        }
    }

    /** A bar that had begun before it was asked for may lack its beginning; history has it whole. */
    boolean isWhole(Instant start) {
        return !start.isBefore(askedAt);
    }

    void onLast(Bar bar) {
        last = bar;
    }

    /** Counts what should have come by now. */
    void countExpected(long end) {
        long expected = 0;
        for (; expectedTo < end; expectedTo++) {
            expected += ledger.isExpected(expectedTo) ? 1 : 0;
        }
        meters.expected().increment(expected);
    }

    void forgetBefore(Instant moment) {
        if (countedFrom.isBefore(moment)) {
            countedFrom = moment;
        }
        ledger.forgetBefore(Slots.of(moment));
    }

    BarLineView view() {
        Bar newest = last;
        return new BarLineView(
                symbol,
                contract == null ? null : contract.id(),
                state,
                reason,
                since,
                newest == null ? null : newest.start(),
                newest == null ? null : newest.receivedAt(),
                (long) meters.expected().count(),
                (long) meters.received().count(),
                (long) meters.backFilled().count(),
                (long) meters.repeated().count(),
                (long) meters.busted().count(),
                gap.missing(),
                gap.isAsking(),
                gap.lastOutcome(),
                gap.notBefore());
    }
}
