package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.adapter.marketdata.StreamTeller;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqTickByTickData;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.MarketStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One wanted stream. Guarded by the desk's monitor, apart from what is final. */
final class TickLine {

    private static final int PRIORITY = 90;

    private final TickStream stream;
    private final boolean isThird;
    private final PastTicks past;
    private final TickTally tally = new TickTally();
    private @Nullable Contract contract;
    private @Nullable StreamTeller teller;
    private @Nullable Subscription subscription;
    private int requestId;
    private State state = State.WAITING;
    private String reason = "its turn comes";
    private Instant since;
    private @Nullable Instant until;
    private @Nullable Instant notBefore;
    private int turnedAway;

    TickLine(TickStream stream, boolean isThird, PastTicks past, Instant now) {
        this.stream = stream;
        this.isThird = isThird;
        this.past = past;
        this.since = now;
    }

    TickStream stream() {
        return stream;
    }

    boolean isThird() {
        return isThird;
    }

    PastTicks past() {
        return past;
    }

    TickTally tally() {
        return tally;
    }

    @Nullable Contract contract() {
        return contract;
    }

    /** What is told of it on {@code market.status}; null until its contract is known. */
    @Nullable StreamTeller teller() {
        return teller;
    }

    /** Handed to the session, which asks for it. */
    boolean isAsked() {
        return subscription != null;
    }

    boolean isAbout(Subscription other) {
        return subscription != null && subscription.equals(other);
    }

    int requestId() {
        return requestId;
    }

    @Nullable Instant notBefore() {
        return notBefore;
    }

    String reason() {
        return reason;
    }

    /** Its contract is known, or is another one now. */
    void resolve(Contract known, Function<Contract, StreamTeller> tellers) {
        if (contract == null || !contract.id().equals(known.id())) {
            teller = tellers.apply(known);
        }
        contract = known;
    }

    Subscription ask(int historyTicks) {
        ReqTickByTickData request = new ReqTickByTickData(
                0,
                ContractTranslator.INSTANCE.wire(Objects.requireNonNull(contract)),
                stream.kind().wire(),
                historyTicks,
                false);
        subscription = Subscription.of(stream.key(), request).withPriority(PRIORITY);
        until = null;
        return subscription;
    }

    void onRequest(int id) {
        requestId = id;
    }

    void onStatus(SubscriptionStatus status) {
        if (status.state().isConfirmed()) {
            turnedAway = 0;
            notBefore = null;
        }
        become(StreamTeller.stateOf(status.state()), status.state().why(), status.since());
        if (teller != null) {
            teller.tell(status);
        }
    }

    /** No request any more, and none until it is its turn again. */
    void withdraw() {
        subscription = null;
        requestId = 0;
    }

    /** The broker had no place for it: the pause, which grows each time. */
    Duration turnAway(Duration first, Duration longest, Instant now) {
        Duration pause = first.multipliedBy(1L << Math.min(turnedAway++, 10));
        Duration bounded = pause.compareTo(longest) > 0 ? longest : pause;
        notBefore = now.plus(bounded);
        return bounded;
    }

    /** Says why it is not asked for; what was said already is not said again. */
    void say(State newState, String why, @Nullable Instant allowedAt, Instant now) {
        until = allowedAt;
        if (state != newState || !reason.equals(why)) {
            become(newState, why, now);
        }
        if (teller != null) {
            teller.tell(newState, why);
        }
    }

    private void become(State newState, String why, Instant at) {
        state = newState;
        reason = why;
        since = at;
    }

    TickLineView view(@Nullable Instant instrumentAllowedAt, Instant now) {
        var last = tally.last();
        return new TickLineView(
                stream.symbol(),
                stream.kind(),
                isThird,
                contract == null ? null : contract.id(),
                state,
                reason,
                since,
                until,
                instrumentAllowedAt,
                Math.round(tally.rate(now) * 10) / 10.0,
                tally.ticks(),
                tally.history(),
                tally.repeated(),
                last == null ? null : last.receivedAt(),
                last == null ? null : last.brokerTime(),
                last == null
                        ? null
                        : Duration.between(last.brokerTime(), last.receivedAt()).toMillis());
    }
}
