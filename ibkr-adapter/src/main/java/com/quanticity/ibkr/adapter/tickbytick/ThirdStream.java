package com.quanticity.ibkr.adapter.tickbytick;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which stream is the one beside the permanent ones. A person's choice holds until it is given back. Otherwise it is the symbol of the
 * newest order event; once chosen it stays for the configured time, so that trading in two symbols at once changes it seldom. Symbols
 * with a permanent stream of the same kind change nothing. Thread-safe.
 */
final class ThirdStream {

    private final Set<TickStream> permanent;
    private final TickKind kind;
    private final Duration atLeast;
    private @Nullable Choice chosen;
    private @Nullable String traded;
    private @Nullable Instant tradedAt;

    /** Who chose. */
    enum Chooser {
        /** The newest order. */
        ORDERS,
        /** A person; holds until it is given back. */
        REST
    }

    /**
     * @param since when it was chosen
     * @param by who chose it
     */
    record Choice(TickStream stream, Chooser by, Instant since) {}

    ThirdStream(List<TickStream> permanent, TickKind kind, Duration atLeast) {
        this.permanent = permanent.stream().collect(Collectors.toUnmodifiableSet());
        this.kind = kind;
        this.atLeast = atLeast;
    }

    TickKind kind() {
        return kind;
    }

    /** An order in this symbol was accepted, is working, or traded. */
    synchronized void onOrder(String symbol, Instant at) {
        boolean isNewer = tradedAt == null || at.isAfter(tradedAt);
        if (isNewer && !permanent.contains(new TickStream(symbol, kind))) {
            traded = symbol;
            tradedAt = at;
        }
    }

    /** A person's choice; the same again changes nothing. */
    synchronized void choose(TickStream stream, Instant now) {
        if (chosen == null || chosen.by != Chooser.REST || !chosen.stream.equals(stream)) {
            chosen = new Choice(stream, Chooser.REST, now);
        }
    }

    /** Orders decide again; what is chosen now stays until they do. */
    synchronized void follow(Instant now) {
        if (chosen != null && chosen.by == Chooser.REST) {
            chosen = new Choice(chosen.stream, Chooser.ORDERS, now.minus(atLeast));
        }
    }

    /** The stream there should be now; null when nobody has chosen one. */
    synchronized @Nullable Choice at(Instant now) {
        if (traded != null && mayChange(now) && (chosen == null || !traded.equals(chosen.stream.symbol()))) {
            chosen = new Choice(new TickStream(traded, kind), Chooser.ORDERS, now);
        }
        return chosen;
    }

    /** Symbol of the newest order event, null when there was none. */
    synchronized @Nullable String traded() {
        return traded;
    }

    private boolean mayChange(Instant now) {
        return chosen == null || chosen.by == Chooser.ORDERS && !now.isBefore(chosen.since.plus(atLeast));
    }
}
