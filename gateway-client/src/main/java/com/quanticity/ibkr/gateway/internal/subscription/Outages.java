package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.internal.subscription.Farms.Farm;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Silent;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Data that the broker says is away: a farm is broken, or another session of this user has it. Which farm serves a contract is nowhere
 * told, so every stream that may be served by it is silent from then on, until data proves that it is not. Consumer thread only.
 */
final class Outages {

    /** After a farm is back or the broker's link kept the data: how soon data must be seen. */
    static final Duration DOUBT = Duration.ofSeconds(3);

    /** Data may still be under way that left the farm before it broke; level 1 is merged over 250 ms. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);

    /** While another live session has the data, it is asked for this often. Source: behaviour, section 4, "retry later". */
    private static final Duration COMPETING_RETRY = Duration.ofSeconds(30);

    /** For a quiet stream of another farm, and for a return that is not told. */
    private static final Duration FARM_RETRY = Duration.ofSeconds(60);

    private final Standings standings;
    private final Issuer issuer;
    private final Collection<Entry> all;
    private final Farms farms = new Farms();

    /** @param all every wanted stream, as it changes */
    Outages(Standings standings, Issuer issuer, Collection<Entry> all) {
        this.standings = standings;
        this.issuer = issuer;
        this.all = all;
    }

    void onStreamsLost() {
        farms.clear();
        all.forEach(Entry::believeAll);
    }

    /** A notice about the session: farms break and come back. */
    void onNotice(ErrorMessage notice) {
        farms.onNotice(notice).ifPresent(change -> {
            switch (change) {
                case Farms.Change.Broken(Farm farm) -> onBroken(farm);
                case Farms.Change.Back(Farm farm) -> onBack(farm);
            }
        });
    }

    private void onBroken(Farm farm) {
        for (Entry entry : all) {
            if (isHoped(entry) && farm.mayServe(entry.kind, entry.wanted.farm())) {
                doubt(entry, farm.brokenCode(), farm.text(), FARM_RETRY);
            }
        }
    }

    private void onBack(Farm farm) {
        long now = standings.nanos();
        for (Entry entry : all) {
            if (!farm.mayServe(entry.kind, entry.wanted.farm())) {
                continue;
            }
            entry.believeAll();
            if (entry.state().isConfirmed()) {
                entry.doubtSince = now;
            } else if (entry.state() instanceof Silent silent) {
                onBack(entry, silent, now);
            }
        }
        if (issuer.mayAsk()) {
            issuer.pump();
        }
    }

    /** What kept its request has a moment to go on by itself; what was silent for another reason is asked for at once. */
    private void onBack(Entry entry, Silent silent, long now) {
        if (isFarm(silent) && entry.isRequested) {
            entry.deadline = Math.min(entry.deadline, now + DOUBT.toNanos());
        } else if (issuer.mayAsk()) {
            issuer.becomeDue(entry);
        }
    }

    /**
     * Another session has the data of this stream, so it has that of the others, too: some are refused one by one, some just end. Those
     * keep their requests, which may come to life again by themselves.
     */
    void onCompeting(Entry refused, String reason) {
        if (isCompeting(refused) && !refused.awaitsData) {
            return;
        }
        boolean isNews = all.stream().noneMatch(Outages::isCompeting);
        standings.becomeSilent(refused, Standings.COMPETING, reason, COMPETING_RETRY);
        for (Entry entry : all) {
            if (isNews && isHoped(entry) && entry.kind.isMarketData()) {
                doubt(entry, Standings.COMPETING, reason, COMPETING_RETRY);
            }
        }
    }

    /** One of them delivers: the other session seems to have ended, and whoever hears nothing by itself soon is asked for. */
    void onCompetitionOver() {
        long soon = standings.nanos() + DOUBT.toNanos();
        for (Entry entry : all) {
            if (isCompeting(entry)) {
                entry.deadline = Math.min(entry.deadline, soon);
            }
        }
    }

    /** True when it is silent because another session competes. */
    static boolean isCompeting(Entry entry) {
        return entry.state() instanceof Silent silent && silent.code() != null && silent.code() == Standings.COMPETING;
    }

    /** What explains that a stream gets no data or a refusal; empty when nothing does. */
    Optional<Farm> brokenFor(Entry entry) {
        return farms.brokenFor(entry.kind, entry.wanted.farm());
    }

    /** It was asked for, and a broken farm is why nothing or a refusal came. */
    void becomeSilent(Entry entry, Farm farm, String said) {
        String reason = said.isEmpty() ? farm.text() : farm.text() + "; " + said;
        standings.becomeSilent(entry, farm.brokenCode(), reason, FARM_RETRY);
    }

    /** Served, or asked for and not told otherwise. */
    private static boolean isHoped(Entry entry) {
        return entry.state().isConfirmed() || entry.state() instanceof SubscriptionState.Requested;
    }

    private void doubt(Entry entry, int code, String reason, Duration retry) {
        entry.believedFrom = standings.nanos() + UNDER_WAY.toNanos();
        standings.becomeSilent(entry, code, reason, retry);
    }

    private static boolean isFarm(Silent silent) {
        return silent.code() != null && Standings.isFarm(silent.code());
    }
}
