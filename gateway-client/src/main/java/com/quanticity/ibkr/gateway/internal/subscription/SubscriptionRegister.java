package com.quanticity.ibkr.gateway.internal.subscription;

import static com.quanticity.ibkr.gateway.internal.subscription.Entry.NEVER;
import static com.quanticity.ibkr.gateway.internal.subscription.Entry.NONE;

import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionSettings;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The desired state of a session's streams: asks for what is wanted, a few at a time, believes nothing but data, and asks anew for what
 * is silent. Consumer thread only, apart from {@link #all}, {@link #find} and {@link #hasDue}.
 */
public final class SubscriptionRegister {

    private final SubscriptionSettings settings;
    private final SubscriptionPort port;
    private final Standings standings;
    private final Issuer issuer;
    private final Map<String, Entry> byKey = new ConcurrentHashMap<>();
    private final Map<Long, Entry> inOrder = new ConcurrentSkipListMap<>();
    private final List<Entry> singletons = new ArrayList<>();
    private final Outages outages;
    private long lastOrder;
    private String whyNot = "no session yet";

    /** @param random 0 to below 1, spreads the tries to heal */
    public SubscriptionRegister(
            SubscriptionSettings settings,
            SubscriptionPort port,
            Clock clock,
            LongSupplier nanoTime,
            DoubleSupplier random) {
        this.settings = settings;
        this.port = port;
        this.standings = new Standings(settings, port, clock, nanoTime, random);
        this.issuer = new Issuer(settings, port, standings);
        this.outages = new Outages(standings, issuer, inOrder.values());
    }

    /** Everything wanted, in the order it was wanted first. Any thread. */
    public List<SubscriptionStatus> all() {
        return inOrder.values().stream().map(Entry::status).toList();
    }

    /** Any thread. */
    public Optional<SubscriptionStatus> find(String key) {
        return Optional.ofNullable(byKey.get(key)).map(Entry::status);
    }

    /** Whether something waits for its turn. Any thread. */
    public boolean hasDue() {
        return issuer.hasDue();
    }

    public void want(Subscription subscription) {
        Entry known = byKey.get(subscription.key());
        if (known != null && isSame(known.wanted, subscription)) {
            return;
        }
        if (known != null) {
            remove(known);
        }
        long order = known == null ? ++lastOrder : known.order;
        Entry entry = new Entry(subscription, order, issuer.isUsable() ? "its turn comes" : whyNot, standings.now());
        byKey.put(subscription.key(), entry);
        inOrder.put(order, entry);
        if (entry.kind.isSingleton()) {
            singletons.add(entry);
        }
        port.tell(entry.status());
        if (issuer.isUsable()) {
            issuer.becomeDue(entry);
            issuer.pump();
        }
    }

    public void unwant(String key) {
        Entry entry = byKey.remove(key);
        if (entry != null) {
            inOrder.remove(entry.order);
            remove(entry);
            wakeThoseWithoutLine();
            issuer.pump();
        }
    }

    /** READY or DEGRADED was entered: what has no request is asked for, what kept one must prove it. */
    public void onUsable(long onConnection) {
        boolean cameBack = !issuer.isUsable();
        issuer.open(onConnection);
        if (cameBack && issuer.mayAsk()) {
            inOrder.values().forEach(this::resume);
            issuer.pump();
        }
    }

    /** The session is not READY any more; requests go on if the gateway keeps them. */
    public void onUnusable(String why) {
        if (!issuer.isUsable()) {
            return;
        }
        issuer.hold();
        whyNot = why;
        long now = standings.nanos();
        for (Entry entry : inOrder.values()) {
            entry.deadline = NEVER;
            entry.doubtSince = now;
            entry.failures = 0;
            standings.change(entry, new SubscriptionState.Waiting(why));
            standings.endSilence(entry, "session lost");
        }
    }

    /** A new connection, or 1101: the gateway has forgotten every request. */
    public void onStreamsLost() {
        issuer.forgetAll(inOrder.values());
        outages.onStreamsLost();
    }

    /** No request leaves any more; what streams is cancelled by the session itself. */
    public void onClose() {
        issuer.close();
    }

    /** Data, refusals and notices. */
    public void onEvents(EventBatch batch) {
        long now = standings.nanos();
        for (GatewayEvent event : batch.events()) {
            if (event instanceof GatewayEvent.WithId withId) {
                Entry entry = issuer.find(withId.reqId());
                if (entry != null) {
                    onAnswer(entry, event, withId.reqId(), batch.receivedAt(), now);
                }
            } else if (event instanceof ErrorMessage error) {
                onError(error);
            } else if (!singletons.isEmpty()) {
                singletons.forEach(entry -> onAnswer(entry, event, NONE, batch.receivedAt(), now));
            }
        }
    }

    /** Looks at deadlines, and goes on asking. Called a few times a second. */
    public void onTick() {
        if (!issuer.mayAsk()) {
            return;
        }
        long now = standings.nanos();
        inOrder.values().forEach(entry -> check(entry, now));
        issuer.pump();
    }

    private void resume(Entry entry) {
        if (!entry.isRequested) {
            issuer.becomeDue(entry);
        } else if (entry.kind.isMarketData() ? entry.hasDataAfter(entry.doubtSince) : entry.isProven) {
            entry.doubtSince = NEVER;
            standings.change(entry, entry.confirmed());
            if (entry.wanted.renewal() != null) {
                issuer.becomeDue(entry);
            }
        } else {
            standings.awaitData(entry);
            standings.change(entry, new SubscriptionState.Requested());
        }
    }

    private void onAnswer(Entry entry, GatewayEvent event, int id, Instant receivedAt, long now) {
        if (event instanceof TickEvent.MarketDataTypeNotice notice) {
            entry.dataType(notice.marketDataType());
            if (entry.state().isConfirmed()) {
                standings.change(entry, entry.confirmed());
            }
        } else if (entry.kind.isData(event)) {
            entry.onData(receivedAt, now);
            boolean isAnswer = entry.isRequested && id == entry.requestId() && entry.kind.isConfirmedBy(event);
            if (isAnswer && now >= entry.believedFrom) {
                onConfirmed(entry);
            }
        }
    }

    private void onConfirmed(Entry entry) {
        if (entry.formerId != NONE) {
            issuer.endRequest(entry, entry.formerId);
            entry.formerId = NONE;
        }
        entry.isProven = true;
        entry.deadline = NEVER;
        if (entry.state().isConfirmed() || !issuer.isUsable()) {
            return;
        }
        boolean competed = Outages.isCompeting(entry);
        entry.doubtSince = NEVER;
        entry.failures = 0;
        standings.change(entry, entry.confirmed());
        standings.endSilence(entry, "data is back");
        if (competed) {
            outages.onCompetitionOver();
        }
    }

    private void onError(ErrorMessage error) {
        if (error.isAboutSession()) {
            outages.onNotice(error);
            return;
        }
        Entry entry = issuer.find(error.id());
        if (entry == null) {
            return;
        }
        String reason = ErrorRule.reason(error, entry.kind);
        switch (ErrorRule.of(error, entry.kind)) {
            case GOES_ON -> {}
            case GOES_ON_DELAYED -> entry.dataType(MarketDataType.DELAYED);
            case ASK_AGAIN -> {
                issuer.forgetRequest(entry);
                askAgain(entry, error.errorCode(), reason);
            }
            case ASK_LATER -> {
                issuer.forgetRequest(entry);
                standings.becomeSilent(entry, error.errorCode(), reason, standings.retryPause(entry));
            }
            case WAIT_FOR_LINE -> {
                issuer.forgetRequest(entry);
                standings.waitFor(entry, "no free line: " + reason, settings.lineRetry());
            }
            // The request may come to life again by itself, so that its id is kept.
            case COMPETING -> outages.onCompeting(entry, reason);
            case REFUSED -> {
                issuer.forgetRequest(entry);
                onRefused(entry, error.errorCode(), reason);
            }
        }
    }

    /** A broken farm makes refusals that mean nothing else. Source: behaviour section 2, "162, 200, 354-like codes". */
    private void onRefused(Entry entry, int code, String reason) {
        outages.brokenFor(entry)
                .ifPresentOrElse(
                        farm -> outages.becomeSilent(entry, farm, code + " " + reason),
                        () -> standings.refuse(entry, code, reason));
    }

    /** At once the first time; a broker that ends it again and again is not pestered. */
    private void askAgain(Entry entry, int code, String reason) {
        if (entry.failures == 0) {
            entry.failures++;
            standings.change(entry, new SubscriptionState.Requested());
            issuer.becomeDue(entry);
        } else {
            standings.becomeSilent(entry, code, reason, standings.retryPause(entry));
        }
    }

    private void check(Entry entry, long now) {
        if (entry.deadline != NEVER && now >= entry.deadline) {
            onDeadline(entry);
        } else if (entry.state().isConfirmed()) {
            checkConfirmed(entry, now);
        }
    }

    private void onDeadline(Entry entry) {
        if (!entry.awaitsData) {
            issuer.becomeDue(entry);
        } else if (standings.isQuiet(entry)) {
            standings.awaitData(entry);
        } else if (entry.doubtSince != NEVER) {
            // It was well before the gap: one new request before anybody is told.
            issuer.becomeDue(entry);
        } else {
            outages.brokenFor(entry)
                    .ifPresentOrElse(
                            farm -> outages.becomeSilent(entry, farm, ""),
                            () -> standings.becomeSilentWithoutData(entry));
        }
    }

    private void checkConfirmed(Entry entry, long now) {
        if (now >= entry.renewAt) {
            entry.renewAt = NEVER;
            issuer.becomeDue(entry);
        } else if (entry.doubtSince != NEVER && now - entry.doubtSince >= Outages.DOUBT.toNanos()) {
            boolean proven = entry.hasDataAfter(entry.doubtSince);
            entry.doubtSince = NEVER;
            if (!proven) {
                probe(entry);
            }
        } else if (standings.isPause(entry, entry.lastDataNanos, now)) {
            onPause(entry, now);
        }
    }

    /** A market that rests is no pause, and has as long as ever for its first data afterwards. */
    private void onPause(Entry entry, long now) {
        if (standings.isQuiet(entry)) {
            entry.restedAt = now;
        } else if (entry.restedAt == Entry.NEVER_RESTED || standings.isPause(entry, entry.restedAt, now)) {
            entry.quietProbes++;
            probe(entry);
        }
    }

    /** A quiet market answers a new request with its present state, a dead feed with nothing: that tells them apart. */
    private void probe(Entry entry) {
        if (!standings.isQuiet(entry)) {
            standings.change(entry, new SubscriptionState.Requested());
            issuer.becomeDue(entry);
        }
    }

    private void wakeThoseWithoutLine() {
        if (issuer.mayAsk()) {
            inOrder.values().stream()
                    .filter(entry -> entry.state() instanceof SubscriptionState.Waiting && entry.deadline != NEVER)
                    .forEach(issuer::becomeDue);
        }
    }

    private void remove(Entry entry) {
        singletons.remove(entry);
        issuer.withdraw(entry);
        standings.endSilence(entry, "not wanted any more");
        standings.change(entry, new SubscriptionState.Cancelled());
    }

    private static boolean isSame(Subscription one, Subscription other) {
        return one.equals(other)
                || one.kind() == other.kind()
                        && StreamRequests.withId(one.request(), NONE)
                                .equals(StreamRequests.withId(other.request(), NONE))
                        && one.priority() == other.priority()
                        && Objects.equals(one.farm(), other.farm())
                        && Objects.equals(one.quietAllowance(), other.quietAllowance())
                        && Objects.equals(one.renewal(), other.renewal());
    }

    /** For tests and meters: how many are in each state. */
    public Collection<SubscriptionState> states() {
        return inOrder.values().stream().map(Entry::state).toList();
    }
}
