package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Tells the platform about one gateway session: every change on {@code session.event}, and the state each second under
 * {@link SessionStatus#key}. While Redis is away changes wait, the newest {@value #WAITING_EVENTS} of them, and are published in order
 * when it is back. Thread-safe; publishing runs on a thread of its own, so that a session never waits for Redis.
 */
public final class SessionReporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionReporter.class);
    private static final int WAITING_EVENTS = 1_000;
    private static final Duration REPEAT = Duration.ofSeconds(1);

    private final StreamBus bus;
    private final StringRedisTemplate redis;
    private final Supplier<SessionStatus> status;
    private final Clock clock;
    private final Ulid ids;
    private final LinkedBlockingDeque<Envelope<SessionEvent>> waiting = new LinkedBlockingDeque<>(WAITING_EVENTS);
    private final Thread thread;
    private volatile boolean closed;
    private boolean failing;

    /** @param status the session's state now; called on the reporter's thread each second */
    public SessionReporter(StreamBus bus, StringRedisTemplate redis, Supplier<SessionStatus> status, Clock clock) {
        this.bus = bus;
        this.redis = redis;
        this.status = status;
        this.clock = clock;
        this.ids = new Ulid(clock);
        this.thread = Thread.ofVirtual().name("session-reporter").unstarted(this::run);
    }

    public SessionReporter start() {
        thread.start();
        return this;
    }

    /** Takes a change of the session; never blocks. */
    public void onSessionEvent(SessionEvent event) {
        Envelope<SessionEvent> envelope = Topics.SESSION_EVENT.envelope(
                ids.next(), clock.instant(), event.clientId().toString(), event);
        while (!waiting.offerLast(envelope)) {
            waiting.pollFirst();
        }
    }

    /** Publishes what waits and the last state, then stops. */
    @Override
    public void close() {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                report();
                pause();
            } catch (InterruptedException e) {
                break;
            }
        }
        report();
    }

    private void pause() throws InterruptedException {
        @Nullable Envelope<SessionEvent> next = waiting.pollFirst(REPEAT.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        if (next != null) {
            putBack(next);
        }
    }

    private void report() {
        @Nullable Envelope<SessionEvent> event = null;
        try {
            for (event = waiting.pollFirst(); event != null; event = waiting.pollFirst()) {
                bus.publish(Topics.SESSION_EVENT, event);
            }
            SessionStatus now = status.get();
            redis.opsForValue()
                    .set(
                            bus.prefix() + SessionStatus.key(now.clientId()),
                            ModelJson.write(now),
                            SessionStatus.TIME_TO_LIVE);
            failing = false;
        } catch (RuntimeException e) {
            if (event != null) {
                putBack(event);
            }
            if (!failing) {
                LOG.warn("session state not published cause={}; trying again each second", e.toString());
            }
            failing = true;
            if (!closed) {
                waitAfterFailure();
            }
        }
    }

    private void putBack(Envelope<SessionEvent> event) {
        if (!waiting.offerFirst(event)) {
            LOG.warn(
                    "session event dropped, {} newer ones wait state={}",
                    WAITING_EVENTS,
                    event.data().state());
        }
    }

    private void waitAfterFailure() {
        try {
            Thread.sleep(REPEAT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
