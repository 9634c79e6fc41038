package com.quanticity.ibkr.gateway.internal.subscription;

import static com.quanticity.ibkr.gateway.internal.subscription.Entry.NEVER;
import static com.quanticity.ibkr.gateway.internal.subscription.Entry.NONE;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.subscription.StreamKind;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionSettings;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The desired state of a session's streams: asks for what is wanted, a few at a time, believes nothing but data, and asks anew for what
 * is silent. Consumer thread only, apart from {@link #all}, {@link #find} and {@link #hasDue}.
 */
public final class SubscriptionRegister {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** After a farm is back or the broker's link kept the data: how soon data must be seen. */
    private static final Duration DOUBT = Duration.ofSeconds(3);

    /** While another live session has the data, it is asked for this often. Source: behaviour, section 4, "retry later". */
    private static final Duration COMPETING_RETRY = Duration.ofSeconds(30);

    private static final int COMPETING = 10197;

    private final SubscriptionSettings settings;
    private final SubscriptionPort port;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Map<String, Entry> byKey = new ConcurrentHashMap<>();
    private final Map<Long, Entry> inOrder = new ConcurrentSkipListMap<>();
    private final Map<Integer, Entry> byId = new HashMap<>();
    private final List<Entry> singletons = new ArrayList<>();
    private final TreeSet<Entry> due = new TreeSet<>(
            Comparator.comparingInt((Entry entry) -> entry.wanted.priority()).thenComparingLong(entry -> entry.order));
    private final Farms farms = new Farms();
    private long lastOrder;
    private long connection;
    private boolean isUsable;
    private boolean isClosed;
    private String whyNot = "no session yet";
    private volatile boolean hasDue;

    public SubscriptionRegister(
            SubscriptionSettings settings, SubscriptionPort port, Clock clock, LongSupplier nanoTime) {
        this.settings = settings;
        this.port = port;
        this.clock = clock;
        this.nanoTime = nanoTime;
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
        return hasDue;
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
        Entry entry = new Entry(subscription, order, isUsable ? "its turn comes" : whyNot, clock.instant());
        byKey.put(subscription.key(), entry);
        inOrder.put(order, entry);
        if (entry.kind.isSingleton()) {
            singletons.add(entry);
        }
        port.tell(entry.status());
        if (isUsable) {
            becomeDue(entry);
            pump();
        }
    }

    public void unwant(String key) {
        Entry entry = byKey.remove(key);
        if (entry != null) {
            inOrder.remove(entry.order);
            remove(entry);
            wakeThoseWithoutLine();
            pump();
        }
    }

    /** READY or DEGRADED was entered: what has no request is asked for, what kept one must prove it. */
    public void onUsable(long onConnection) {
        boolean cameBack = !isUsable;
        connection = onConnection;
        isUsable = true;
        if (cameBack && !isClosed) {
            inOrder.values().forEach(this::resume);
            pump();
        }
    }

    /** The session is not READY any more; requests go on if the gateway keeps them. */
    public void onUnusable(String why) {
        if (!isUsable) {
            return;
        }
        isUsable = false;
        whyNot = why;
        due.clear();
        long now = nanoTime.getAsLong();
        for (Entry entry : inOrder.values()) {
            entry.deadline = NEVER;
            entry.doubtSince = now;
            entry.failures = 0;
            change(entry, new SubscriptionState.Waiting(why));
            endSilence(entry, "session lost");
        }
        updateDue();
    }

    /** A new connection, or 1101: the gateway has forgotten every request. */
    public void onStreamsLost() {
        inOrder.values().forEach(SubscriptionRegister::noRequest);
        byId.clear();
        farms.clear();
    }

    /** No request leaves any more; what streams is cancelled by the session itself. */
    public void onClose() {
        isClosed = true;
        due.clear();
        updateDue();
    }

    /** Data, refusals and notices. */
    public void onEvents(EventBatch batch) {
        long now = nanoTime.getAsLong();
        for (GatewayEvent event : batch.events()) {
            if (event instanceof GatewayEvent.WithId withId) {
                Entry entry = byId.get(withId.reqId());
                if (entry != null) {
                    onAnswer(entry, event, withId.reqId(), batch.receivedAt(), now);
                }
            } else if (event instanceof ErrorMessage error) {
                onError(error, now);
            } else if (!singletons.isEmpty()) {
                singletons.forEach(entry -> onAnswer(entry, event, NONE, batch.receivedAt(), now));
            }
        }
    }

    /** Looks at deadlines, and goes on asking. Called a few times a second. */
    public void onTick() {
        if (isClosed || !isUsable) {
            return;
        }
        long now = nanoTime.getAsLong();
        inOrder.values().forEach(entry -> check(entry, now));
        pump();
    }

    private void resume(Entry entry) {
        if (!entry.isRequested) {
            becomeDue(entry);
        } else if (entry.kind.isMarketData() ? entry.hasDataAfter(entry.doubtSince) : entry.isProven) {
            entry.doubtSince = NEVER;
            change(entry, entry.confirmed());
            if (entry.wanted.renewal() != null) {
                becomeDue(entry);
            }
        } else {
            awaitData(entry);
            change(entry, new SubscriptionState.Requested());
        }
    }

    private void onAnswer(Entry entry, GatewayEvent event, int id, Instant receivedAt, long now) {
        if (event instanceof TickEvent.MarketDataTypeNotice notice) {
            entry.dataType(notice.marketDataType());
            if (entry.state().isConfirmed()) {
                change(entry, entry.confirmed());
            }
        } else if (entry.kind.isData(event)) {
            entry.onData(receivedAt, now);
            if (entry.isRequested && id == entry.requestId() && entry.kind.isConfirmedBy(event)) {
                onConfirmed(entry);
            }
        }
    }

    private void onConfirmed(Entry entry) {
        if (entry.formerId != NONE) {
            endRequest(entry, entry.formerId);
            entry.formerId = NONE;
        }
        entry.isProven = true;
        entry.deadline = NEVER;
        if (entry.state().isConfirmed() || !isUsable) {
            return;
        }
        boolean competed = entry.state() instanceof SubscriptionState.Silent silent && isCompeting(silent);
        entry.doubtSince = NEVER;
        entry.failures = 0;
        change(entry, entry.confirmed());
        endSilence(entry, "data is back");
        if (competed) {
            hurryThoseCompeting();
        }
    }

    /** The other session seems to have ended: whoever hears nothing by itself soon is asked for. */
    private void hurryThoseCompeting() {
        long soon = nanoTime.getAsLong() + DOUBT.toNanos();
        for (Entry entry : inOrder.values()) {
            if (entry.state() instanceof SubscriptionState.Silent silent && isCompeting(silent)) {
                entry.deadline = Math.min(entry.deadline, soon);
            }
        }
    }

    private static boolean isCompeting(SubscriptionState.Silent silent) {
        return silent.code() != null && silent.code() == COMPETING;
    }

    private void onError(ErrorMessage error, long now) {
        if (error.isAboutSession()) {
            farms.onNotice(error).ifPresent(farm -> doubtThoseOf(farm, now));
            return;
        }
        Entry entry = byId.get(error.id());
        if (entry == null) {
            return;
        }
        String reason = ErrorRule.reason(error, entry.kind);
        switch (ErrorRule.of(error, entry.kind)) {
            case GOES_ON -> {}
            case GOES_ON_DELAYED -> entry.dataType(MarketDataType.DELAYED);
            case ASK_AGAIN -> {
                forgetRequest(entry);
                askAgain(entry, error.errorCode(), reason);
            }
            case ASK_LATER -> {
                forgetRequest(entry);
                becomeSilent(entry, error.errorCode(), reason, retryPause(entry));
            }
            case WAIT_FOR_LINE -> {
                forgetRequest(entry);
                retryAfter(entry, settings.lineRetry());
                change(entry, new SubscriptionState.Waiting("no free line: " + reason));
            }
            // The request may come to life again by itself, so that its id is kept.
            case COMPETING -> becomeSilent(entry, COMPETING, reason, COMPETING_RETRY);
            case REFUSED -> {
                forgetRequest(entry);
                refuse(entry, error.errorCode(), reason);
            }
        }
    }

    /** At once the first time; a broker that ends it again and again is not pestered. */
    private void askAgain(Entry entry, int code, String reason) {
        if (entry.failures == 0) {
            entry.failures++;
            change(entry, new SubscriptionState.Requested());
            becomeDue(entry);
        } else {
            becomeSilent(entry, code, reason, retryPause(entry));
        }
    }

    private void refuse(Entry entry, int code, String reason) {
        Duration pause = Entry.doubling(settings.refusedRetry(), entry.failures++, LONGEST_PAUSE);
        entry.deadline = nanoTime.getAsLong() + pause.toNanos();
        change(
                entry,
                new SubscriptionState.Refused(code, reason, clock.instant().plus(pause)));
        endSilence(entry, "refused: " + code + " " + reason);
    }

    private void becomeSilent(Entry entry, @Nullable Integer code, String reason, Duration pause) {
        entry.doubtSince = NEVER;
        retryAfter(entry, pause);
        change(entry, new SubscriptionState.Silent(code, reason, clock.instant().plus(pause)));
        // A competing session is one alarm of the session, not one of each subscription.
        if (!entry.isSilenceTold && (code == null || code != COMPETING)) {
            entry.isSilenceTold = true;
            port.onSilent(entry.status());
        }
    }

    private void endSilence(Entry entry, String how) {
        if (entry.isSilenceTold) {
            entry.isSilenceTold = false;
            port.onSilenceEnded(entry.status(), how);
        }
    }

    private Duration retryPause(Entry entry) {
        return Entry.doubling(settings.retryInitial(), entry.failures++, settings.retryMax());
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
            becomeDue(entry);
        } else if (isQuiet(entry)) {
            awaitData(entry);
        } else if (entry.doubtSince != NEVER) {
            // It was well before the gap: one new request before anybody is told.
            becomeDue(entry);
        } else {
            becomeSilent(entry, null, "no data within " + seconds(firstDataAllowance(entry)), retryPause(entry));
        }
    }

    private void awaitData(Entry entry) {
        entry.awaitsData = entry.kind != StreamKind.NEWS_BULLETINS;
        entry.deadline = entry.awaitsData
                ? nanoTime.getAsLong() + firstDataAllowance(entry).toNanos()
                : NEVER;
    }

    private void retryAfter(Entry entry, Duration pause) {
        entry.awaitsData = false;
        entry.deadline = nanoTime.getAsLong() + pause.toNanos();
    }

    private void checkConfirmed(Entry entry, long now) {
        if (now >= entry.renewAt) {
            entry.renewAt = NEVER;
            becomeDue(entry);
        } else if (entry.doubtSince != NEVER && now - entry.doubtSince >= DOUBT.toNanos()) {
            boolean proven = entry.hasDataAfter(entry.doubtSince);
            entry.doubtSince = NEVER;
            if (!proven) {
                probe(entry);
            }
        } else if (isPausing(entry, now)) {
            entry.quietProbes++;
            probe(entry);
        }
    }

    private boolean isPausing(Entry entry, long now) {
        Duration allowance = quietAllowance(entry);
        return allowance != null
                && now - entry.lastDataNanos
                        >= Entry.doubling(allowance, entry.quietProbes, LONGEST_PAUSE)
                                .toNanos();
    }

    /** A quiet market answers a new request with its present state, a dead feed with nothing: that tells them apart. */
    private void probe(Entry entry) {
        if (!isQuiet(entry)) {
            change(entry, new SubscriptionState.Requested());
            becomeDue(entry);
        }
    }

    private boolean isQuiet(Entry entry) {
        return settings.quietTimes().isQuiet(entry.wanted, clock.instant());
    }

    private void doubtThoseOf(String farm, long now) {
        for (Entry entry : inOrder.values()) {
            String own = entry.wanted.farm();
            if (entry.kind.isMarketData() && entry.state().isConfirmed() && (own == null || own.equals(farm))) {
                entry.doubtSince = now;
            }
        }
        wake(entry -> entry.state() instanceof SubscriptionState.Silent
                && entry.kind.isMarketData()
                && (entry.wanted.farm() == null || farm.equals(entry.wanted.farm())));
    }

    private void wakeThoseWithoutLine() {
        wake(entry -> entry.state() instanceof SubscriptionState.Waiting && entry.deadline != NEVER);
    }

    private void wake(Predicate<Entry> which) {
        if (isUsable && !isClosed) {
            inOrder.values().stream().filter(which).forEach(this::becomeDue);
            pump();
        }
    }

    private void becomeDue(Entry entry) {
        entry.deadline = NEVER;
        due.add(entry);
        updateDue();
    }

    /** Only as many as go out soon: an answer's time is counted from here, and other requests must not queue behind all of them. */
    private void pump() {
        while (isUsable && !isClosed && !due.isEmpty() && port.hasRoom()) {
            Entry next = due.removeFirst();
            issue(next);
        }
        updateDue();
    }

    private void issue(Entry entry) {
        boolean renewal = entry.state().isConfirmed() && entry.isRequested;
        if (renewal && entry.formerId == NONE && !entry.kind.isSingleton()) {
            entry.formerId = entry.requestId();
        } else if (entry.isRequested) {
            endRequest(entry, entry.requestId());
        }
        int id = entry.kind.isSingleton() ? NONE : port.nextRequestId();
        entry.request(id, connection);
        entry.isRequested = true;
        awaitData(entry);
        entry.doubtSince = NEVER;
        planRenewal(entry);
        if (id != NONE) {
            byId.put(id, entry);
        }
        if (!renewal && !(entry.state() instanceof SubscriptionState.Silent)) {
            entry.enter(new SubscriptionState.Requested(), clock.instant());
        }
        port.tell(entry.status());
        GatewayRequest request = StreamRequests.withId(entry.wanted.request(), id);
        if (port.send(request) instanceof SendOutcome.Refused refusal) {
            onRefusedHere(entry, refusal);
        }
    }

    private void planRenewal(Entry entry) {
        Duration renewal = entry.wanted.renewal();
        entry.renewAt = renewal == null ? NEVER : nanoTime.getAsLong() + renewal.toNanos();
    }

    private void onRefusedHere(Entry entry, SendOutcome.Refused refusal) {
        forgetRequest(entry);
        if (refusal.refusal() == LocalRefusal.SERVER_TOO_OLD || refusal.refusal() == LocalRefusal.ILLEGAL_TEXT) {
            refuse(entry, refusal.code(), refusal.message());
        } else {
            retryAfter(entry, settings.retryInitial());
            change(entry, new SubscriptionState.Waiting(refusal.message()));
        }
    }

    private void endRequest(Entry entry, int id) {
        byId.remove(id);
        if (id != NONE || entry.kind.isSingleton()) {
            StreamRequests.cancelOf(StreamRequests.withId(entry.wanted.request(), id))
                    .ifPresent(port::send);
        }
    }

    /** The broker ended the present request; an older one that still served ends with it. */
    private void forgetRequest(Entry entry) {
        byId.remove(entry.requestId());
        if (entry.formerId != NONE) {
            endRequest(entry, entry.formerId);
        }
        noRequest(entry);
    }

    private static void noRequest(Entry entry) {
        entry.formerId = NONE;
        entry.isRequested = false;
        entry.renewAt = NEVER;
        entry.request(NONE, 0);
    }

    private void remove(Entry entry) {
        due.remove(entry);
        singletons.remove(entry);
        if (entry.isRequested && connection != 0) {
            endRequest(entry, entry.requestId());
            if (entry.formerId != NONE) {
                endRequest(entry, entry.formerId);
            }
        }
        endSilence(entry, "not wanted any more");
        change(entry, new SubscriptionState.Cancelled());
        updateDue();
    }

    private void change(Entry entry, SubscriptionState next) {
        if (entry.enter(next, clock.instant())) {
            port.tell(entry.status());
        }
    }

    private void updateDue() {
        hasDue = !due.isEmpty();
    }

    private Duration firstDataAllowance(Entry entry) {
        return switch (entry.kind) {
            case REAL_TIME_BARS, TICK_BY_TICK, DEPTH, FORMING_BARS, SCANNER ->
                settings.firstData().multipliedBy(3);
            default -> settings.firstData();
        };
    }

    private @Nullable Duration quietAllowance(Entry entry) {
        Duration own = entry.wanted.quietAllowance();
        if (own != null) {
            return own;
        }
        return switch (entry.kind) {
            case LEVEL_1, DEPTH, REAL_TIME_BARS -> settings.quiet();
            default -> null;
        };
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

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** For tests and meters: how many are in each state. */
    public Collection<SubscriptionState> states() {
        return inOrder.values().stream().map(Entry::state).toList();
    }
}
