package com.quanticity.ibkr.gateway.internal.subscription;

import static com.quanticity.ibkr.gateway.internal.subscription.Entry.NEVER;

import com.quanticity.ibkr.gateway.subscription.SubscriptionSettings;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Puts subscriptions into their states, says until when, and tells whoever must know. Consumer thread only. */
final class Standings {

    /** 10197: another live session has the data. */
    static final int COMPETING = 10197;

    /** So many times the usual pause is a pause worth a question. */
    private static final int PATIENCE = 4;

    /** Share by which a pause before the next try is made shorter or longer, so that many do not come at once. */
    private static final double JITTER = 0.2;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final SubscriptionSettings settings;
    private final SubscriptionPort port;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final DoubleSupplier random;

    /** @param random 0 to below 1 */
    Standings(
            SubscriptionSettings settings,
            SubscriptionPort port,
            Clock clock,
            LongSupplier nanoTime,
            DoubleSupplier random) {
        this.random = random;
        this.settings = settings;
        this.port = port;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    static boolean isFarm(int code) {
        return code == Farms.BROKEN || code == Farms.HISTORY_BROKEN;
    }

    Instant now() {
        return clock.instant();
    }

    long nanos() {
        return nanoTime.getAsLong();
    }

    void change(Entry entry, SubscriptionState next) {
        if (entry.enter(next, now())) {
            port.tell(entry.status());
        }
    }

    /** A request goes out: its id is told first. Being silent is over with data, not with asking. */
    void onAsked(Entry entry, boolean isRenewal) {
        if (!isRenewal && !(entry.state() instanceof SubscriptionState.Silent)) {
            entry.enter(new SubscriptionState.Requested(), now());
        }
        port.tell(entry.status());
    }

    void refuse(Entry entry, int code, String reason) {
        Duration pause = Entry.doubling(settings.refusedRetry(), entry.failures++, LONGEST_PAUSE);
        retryAfter(entry, pause);
        change(entry, new SubscriptionState.Refused(code, reason, now().plus(pause)));
        endSilence(entry, "refused: " + code + " " + reason);
    }

    void becomeSilent(Entry entry, @Nullable Integer code, String reason, Duration pause) {
        entry.doubtSince = NEVER;
        retryAfter(entry, pause);
        SubscriptionState.Silent silent = new SubscriptionState.Silent(code, reason, now().plus(pause));
        change(entry, silent);
        if (!entry.isSilenceTold && !silent.isOfSession()) {
            entry.isSilenceTold = true;
            port.onSilent(entry.status());
        }
    }

    void becomeSilentWithoutData(Entry entry) {
        becomeSilent(entry, null, "no data within " + seconds(firstDataAllowance(entry)), retryPause(entry));
    }

    /** No free line, or no way out: tried again after a while. */
    void waitFor(Entry entry, String why, Duration pause) {
        retryAfter(entry, pause);
        change(entry, new SubscriptionState.Waiting(why));
    }

    void endSilence(Entry entry, String how) {
        if (entry.isSilenceTold) {
            entry.isSilenceTold = false;
            port.onSilenceEnded(entry.status(), how);
        }
    }

    Duration retryPause(Entry entry) {
        Duration pause = Entry.doubling(settings.retryInitial(), entry.failures++, settings.retryMax());
        return pause.plusMillis(Math.round(pause.toMillis() * JITTER * (2 * random.getAsDouble() - 1)));
    }

    void awaitData(Entry entry) {
        entry.awaitsData = entry.kind.isProvenByData();
        entry.deadline = entry.awaitsData ? nanos() + firstDataAllowance(entry).toNanos() : NEVER;
    }

    private void retryAfter(Entry entry, Duration pause) {
        entry.awaitsData = false;
        entry.deadline = nanos() + pause.toNanos();
    }

    /** Longer ago than data may pause. */
    boolean isPause(Entry entry, long since, long now) {
        Duration allowance = quietAllowance(entry);
        entry.allowedPause(allowance);
        return allowance != null
                && now - since
                        >= Entry.doubling(allowance, entry.quietProbes, LONGEST_PAUSE)
                                .toNanos();
    }

    boolean isQuiet(Entry entry) {
        return settings.quietTimes().isQuiet(entry.wanted, now());
    }

    private Duration firstDataAllowance(Entry entry) {
        return switch (entry.kind) {
            case REAL_TIME_BARS, TICK_BY_TICK, DEPTH, FORMING_BARS, SCANNER ->
                settings.firstData().multipliedBy(3);
            case LEVEL_1,
                    ACCOUNT_SUMMARY,
                    ACCOUNT_UPDATES,
                    ACCOUNT_UPDATES_MULTI,
                    POSITIONS,
                    POSITIONS_MULTI,
                    PNL,
                    PNL_SINGLE,
                    NEWS_BULLETINS,
                    DISPLAY_GROUP -> settings.firstData();
        };
    }

    private @Nullable Duration quietAllowance(Entry entry) {
        Duration own = entry.wanted.quietAllowance();
        if (own != null) {
            return own;
        }
        return switch (entry.kind) {
            case LEVEL_1, DEPTH, REAL_TIME_BARS -> learned(entry.cadence.usual());
            case TICK_BY_TICK,
                    FORMING_BARS,
                    SCANNER,
                    ACCOUNT_SUMMARY,
                    ACCOUNT_UPDATES,
                    ACCOUNT_UPDATES_MULTI,
                    POSITIONS,
                    POSITIONS_MULTI,
                    PNL,
                    PNL_SINGLE,
                    NEWS_BULLETINS,
                    DISPLAY_GROUP -> null;
        };
    }

    /** Neither so short that a breath is a pause nor so long that a dead feed goes unseen. */
    private Duration learned(@Nullable Duration usual) {
        if (usual == null) {
            return settings.quiet();
        }
        Duration allowance = usual.multipliedBy(PATIENCE);
        Duration least = settings.quietLeast();
        Duration most = settings.quietMost();
        return allowance.compareTo(least) < 0 ? least : allowance.compareTo(most) > 0 ? most : allowance;
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
