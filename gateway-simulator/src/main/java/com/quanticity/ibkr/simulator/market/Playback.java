package com.quanticity.ibkr.simulator.market;

import com.quanticity.ibkr.simulator.time.EventLoop;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a market along its feed.
 *
 * <p>The schedule is absolute: an event is due at {@code begun + (event time - start) / speed}, however late the one
 * before it was, so that a long playback does not drift. Every event is applied, none is left out or merged. At the end
 * of the feed the market keeps its last state.
 */
public final class Playback {

    private static final Logger log = LoggerFactory.getLogger(Playback.class);

    /** So many events are applied in one go before other tasks get their turn. */
    private static final int BATCH = 500;

    private final EventLoop loop;
    private final MarketFeed feed;
    private final Market market;
    private final double speed;
    private final long startNanos;
    private @Nullable Instant begun;
    private @Nullable MarketEvent next;
    private boolean ended;

    public Playback(EventLoop loop, MarketFeed feed, Market market, double speed) {
        this.loop = loop;
        this.feed = feed;
        this.market = market;
        this.speed = speed;
        this.startNanos = nanos(feed.start());
    }

    /** Takes in everything before the start as the initial state. Called once, before the loop runs. */
    public void prime() {
        next = feed.next();
        while (next != null && next.timeNanos() < startNanos) {
            market.prime(next);
            next = feed.next();
        }
        ended = next == null;
    }

    /** Lets market time run from the start; a second call does nothing. */
    public void begin() {
        if (begun != null) {
            return;
        }
        begun = loop.now();
        log.info("market playback started marketTime={} speed={}", feed.start(), speed);
        play(startNanos);
    }

    public boolean hasBegun() {
        return begun != null;
    }

    /** Whether every event of the feed was played. */
    public boolean hasEnded() {
        return ended;
    }

    /** Market time at which the playback starts. */
    public Instant start() {
        return feed.start();
    }

    /** Where the market is in its own time. */
    public Instant marketTime() {
        long nanos = marketNanos();
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private long marketNanos() {
        if (begun == null) {
            return startNanos;
        }
        long elapsed = Duration.between(begun, loop.now()).toNanos();
        return startNanos + (speed == 1 ? elapsed : (long) (elapsed * speed));
    }

    /** Applies what is due; the event that the timer was set for is due whatever the rounding of the speed says. */
    private void play(long dueNanos) {
        try {
            playUntil(Math.max(dueNanos, marketNanos()));
        } catch (UncheckedIOException unreadable) {
            next = null;
            ended = true;
            log.error("market playback stopped: the recording cannot be read any further", unreadable);
        }
    }

    private void playUntil(long marketNow) {
        int applied = 0;
        while (next != null && next.timeNanos() <= marketNow) {
            if (applied++ == BATCH) {
                loop.execute(() -> play(marketNow));
                return;
            }
            market.apply(next);
            next = feed.next();
        }
        if (next != null) {
            long dueNanos = next.timeNanos();
            loop.at(dueTime(dueNanos), () -> play(dueNanos));
        } else if (!ended) {
            ended = true;
            log.info("market playback reached its end, the last state stays marketTime={}", marketTime());
        }
    }

    /** When, on the clock of the loop, the market will be at one of its times. */
    public Instant dueAt(Instant marketTime) {
        return dueTime(nanos(marketTime));
    }

    private Instant dueTime(long marketNanos) {
        long marketOffset = marketNanos - startNanos;
        long offset = speed == 1 ? marketOffset : (long) Math.ceil(marketOffset / speed);
        return begunOrNow().plusNanos(offset);
    }

    private Instant begunOrNow() {
        return begun == null ? loop.now() : begun;
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
