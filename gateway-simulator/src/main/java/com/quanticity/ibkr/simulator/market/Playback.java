package com.quanticity.ibkr.simulator.market;

import com.quanticity.ibkr.simulator.time.EventLoop;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a market along its feed.
 *
 * <p>The schedule is absolute: an event is due at {@code begun + (event time - start) / speed}, however late the one
 * before it was, so that a long playback does not drift. At infinite speed an event is due when the one before it is told,
 * and market time is that of the last event. Every event is applied, none is left out or merged; a market that waits for
 * its clients pauses while one of them leaves too much unread. At the end of the feed the market keeps its last state and
 * its time goes on with the clock.
 */
public final class Playback {

    private static final Logger log = LoggerFactory.getLogger(Playback.class);

    /** So many events are applied in one go before other tasks get their turn. */
    private static final int BATCH = 500;

    private final EventLoop loop;
    private final MarketFeed feed;
    private final Market market;
    private final double speed;
    private final Congestion congestion;
    private final long startNanos;
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::nanos).thenComparingLong(Alarm::number));
    private long alarmsSet;
    private boolean isHeld;
    private @Nullable Instant begun;
    private long begunNanos;
    private long reachedNanos;
    private @Nullable MarketEvent next;
    private boolean ended;

    private record Alarm(long nanos, long number, Runnable task) {}

    /**
     * A playback that has not begun.
     *
     * @param speed market seconds in one second of the clock, infinite for as fast as possible
     * @param congestion asked before each event
     * @param isHeld whether it waits for {@link #release()}
     */
    public Playback(
            EventLoop loop, MarketFeed feed, Market market, double speed, Congestion congestion, boolean isHeld) {
        this.loop = loop;
        this.feed = feed;
        this.market = market;
        this.speed = speed;
        this.congestion = congestion;
        this.isHeld = isHeld;
        this.startNanos = nanos(feed.start());
        this.begunNanos = startNanos;
        this.reachedNanos = startNanos;
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

    /** Lets market time run from the start, unless it is held; a second call does nothing. */
    public void begin() {
        if (begun != null || isHeld) {
            return;
        }
        begun = loop.now();
        log.info("market playback started marketTime={} speed={}", feed.start(), speed);
        play(startNanos);
    }

    /** Lets a held market begin, whether anybody has subscribed or not; does nothing when it has begun. */
    public void release() {
        isHeld = false;
        begin();
    }

    /** Whether the market waits for its release. */
    public boolean isHeld() {
        return isHeld;
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
        if (begun == null || isFlatOut()) {
            return reachedNanos;
        }
        long elapsed = Duration.between(begun, loop.now()).toNanos();
        return begunNanos + (pace() == 1 ? elapsed : (long) (elapsed * pace()));
    }

    /** Whether the events and not the clock carry market time along. */
    private boolean isFlatOut() {
        return Double.isInfinite(speed) && !ended;
    }

    /** Behind the last event of a playback without a schedule, market seconds are those of the clock. */
    private double pace() {
        return Double.isInfinite(speed) ? 1 : speed;
    }

    /** Applies what is due; the event that the timer was set for is due whatever the rounding of the speed says. */
    private void play(long dueNanos) {
        try {
            playUntil(isFlatOut() ? Long.MAX_VALUE : Math.max(dueNanos, marketNanos()));
        } catch (UncheckedIOException unreadable) {
            next = null;
            end();
            log.error("market playback stopped: the recording cannot be read any further", unreadable);
        }
    }

    private void playUntil(long marketNow) {
        int applied = 0;
        while (next != null && next.timeNanos() <= marketNow) {
            if (congestion.isThere()) {
                congestion.whenOver(() -> play(marketNow));
                return;
            }
            if (applied++ == BATCH) {
                loop.execute(() -> play(marketNow));
                return;
            }
            reach(next.timeNanos());
            market.apply(next);
            next = feed.next();
        }
        if (next != null) {
            long dueNanos = next.timeNanos();
            loop.at(dueTime(dueNanos), () -> play(dueNanos));
        } else if (!ended) {
            end();
            log.info("market playback reached its end, the last state stays marketTime={}", marketTime());
        }
    }

    private void reach(long nanos) {
        while (!alarms.isEmpty() && alarms.element().nanos() <= nanos) {
            Alarm alarm = alarms.remove();
            reachedNanos = Math.max(reachedNanos, alarm.nanos());
            alarm.task().run();
        }
        reachedNanos = Math.max(reachedNanos, nanos);
    }

    /** From here on the clock moves the market of a playback without a schedule. */
    private void end() {
        boolean wasFlatOut = isFlatOut();
        ended = true;
        if (wasFlatOut) {
            begun = loop.now();
            begunNanos = reachedNanos;
            while (!alarms.isEmpty()) {
                Alarm alarm = alarms.remove();
                loop.at(dueTime(alarm.nanos()), alarm.task());
            }
        }
    }

    /** Runs a task when the market comes to one of its times. */
    public void at(Instant marketTime, Runnable task) {
        long nanos = nanos(marketTime);
        if (isFlatOut()) {
            alarms.add(new Alarm(nanos, alarmsSet++, task));
        } else {
            loop.at(dueTime(nanos), task);
        }
    }

    private Instant dueTime(long marketNanos) {
        long marketOffset = marketNanos - begunNanos;
        long offset = pace() == 1 ? marketOffset : (long) Math.ceil(marketOffset / pace());
        return begunOrNow().plusNanos(offset);
    }

    private Instant begunOrNow() {
        return begun == null ? loop.now() : begun;
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
