package com.quanticity.ibkr.gateway.internal.subscription;

import static com.quanticity.ibkr.gateway.internal.subscription.Entry.NEVER;
import static com.quanticity.ibkr.gateway.internal.subscription.Entry.NONE;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.subscription.SubscriptionSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The requests of the subscriptions: who waits for a turn, what goes out and what is cancelled. Asks only between {@link #open} and
 * {@link #hold}. Consumer thread only, apart from {@link #hasDue}.
 */
final class Issuer {

    private final SubscriptionSettings settings;
    private final SubscriptionPort port;
    private final Standings standings;
    private final Map<Integer, Entry> byId = new HashMap<>();
    private final TreeSet<Entry> due = new TreeSet<>(
            Comparator.comparingInt((Entry entry) -> entry.wanted.priority()).thenComparingLong(entry -> entry.order));
    private long connection;
    private boolean isUsable;
    private boolean isClosed;
    private volatile boolean hasDue;

    Issuer(SubscriptionSettings settings, SubscriptionPort port, Standings standings) {
        this.settings = settings;
        this.port = port;
        this.standings = standings;
    }

    boolean isUsable() {
        return isUsable;
    }

    boolean mayAsk() {
        return isUsable && !isClosed;
    }

    /** Whether something waits for its turn. Any thread. */
    boolean hasDue() {
        return hasDue;
    }

    /** Whose request carries an id now; null when nobody's. */
    @Nullable Entry find(int id) {
        return byId.get(id);
    }

    void open(long onConnection) {
        connection = onConnection;
        isUsable = true;
    }

    void hold() {
        isUsable = false;
        due.clear();
        updateDue();
    }

    /** For good. */
    void close() {
        isClosed = true;
        due.clear();
        updateDue();
    }

    /** The gateway knows none of our requests any more. */
    void forgetAll(Collection<Entry> entries) {
        entries.forEach(Issuer::noRequest);
        byId.clear();
    }

    void becomeDue(Entry entry) {
        entry.deadline = NEVER;
        due.add(entry);
        updateDue();
    }

    /** Only as many as go out soon: an answer's time is counted from here, and other requests must not queue behind all of them. */
    void pump() {
        while (mayAsk() && !due.isEmpty() && port.hasRoom()) {
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
        standings.awaitData(entry);
        entry.doubtSince = NEVER;
        planRenewal(entry);
        if (id != NONE) {
            byId.put(id, entry);
        }
        standings.onAsked(entry, renewal);
        GatewayRequest request = StreamRequests.withId(entry.wanted.request(), id);
        if (port.send(request) instanceof SendOutcome.Refused refusal) {
            onRefusedHere(entry, refusal);
        }
    }

    private void planRenewal(Entry entry) {
        Duration renewal = entry.wanted.renewal();
        entry.renewAt = renewal == null ? NEVER : standings.nanos() + renewal.toNanos();
    }

    private void onRefusedHere(Entry entry, SendOutcome.Refused refusal) {
        forgetRequest(entry);
        if (refusal.refusal() == LocalRefusal.SERVER_TOO_OLD || refusal.refusal() == LocalRefusal.ILLEGAL_TEXT) {
            standings.refuse(entry, refusal.code(), refusal.message());
        } else {
            standings.waitFor(entry, refusal.message(), settings.retryInitial());
        }
    }

    void endRequest(Entry entry, int id) {
        byId.remove(id);
        if (id != NONE || entry.kind.isSingleton()) {
            StreamRequests.cancelOf(StreamRequests.withId(entry.wanted.request(), id))
                    .ifPresent(port::send);
        }
    }

    /** The broker ended the present request; an older one that still served ends with it. */
    void forgetRequest(Entry entry) {
        byId.remove(entry.requestId());
        if (entry.formerId != NONE) {
            endRequest(entry, entry.formerId);
        }
        noRequest(entry);
    }

    /** Not wanted any more: neither asked for nor streamed. */
    void withdraw(Entry entry) {
        due.remove(entry);
        if (entry.isRequested && connection != 0) {
            endRequest(entry, entry.requestId());
            if (entry.formerId != NONE) {
                endRequest(entry, entry.formerId);
            }
        }
        updateDue();
    }

    private static void noRequest(Entry entry) {
        entry.formerId = NONE;
        entry.isRequested = false;
        entry.renewAt = NEVER;
        entry.request(NONE, 0);
    }

    private void updateDue() {
        hasDue = !due.isEmpty();
    }
}
