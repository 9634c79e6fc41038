package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionLease;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.Topic;
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
 * Tells the platform about one gateway session: every change on {@code session.event} and on the audit record, every alarm on {@code ops.alarm}, and the state each second
 * under {@link SessionStatus#key}. While Redis is away changes and alarms wait, the newest {@value #WAITING_EVENTS} of them, and are
 * published in order when it is back. Thread-safe; publishing runs on a thread of its own, so that a session never waits for Redis.
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
    private final LinkedBlockingDeque<Message<?>> waiting = new LinkedBlockingDeque<>(WAITING_EVENTS);
    private final Thread thread;
    private volatile boolean closed;
    private boolean failing;

    /** What waits for Redis. */
    private record Message<T>(Topic<T> topic, Envelope<T> envelope) {
        void publish(StreamBus bus) {
            bus.publish(topic, envelope);
        }
    }

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
        take(Topics.SESSION_EVENT, event.clientId().toString(), event);
        take(Topics.AUDIT_ENTRY, event.component(), entry(event));
    }

    /** Takes an alarm raised or cleared; never blocks. */
    public void onAlarm(Alarm alarm) {
        take(Topics.OPS_ALARM, alarm.key(), alarm);
    }

    private AuditEntry entry(SessionEvent event) {
        return AuditEntry.of(
                ids.next(),
                AuditKind.SESSION,
                event.component(),
                event.component(),
                event.state().name(),
                AuditEntry.Outcome.RECEIVED,
                AuditReference.toSession(event.clientId()),
                event.gateway()
                        + (event.errorCode() == null ? " " : " code " + event.errorCode() + " ")
                        + event.reason(),
                ModelJson.write(event),
                AuditTimes.of(event.at()));
    }

    private <T> void take(Topic<T> topic, String key, T data) {
        Message<T> message = new Message<>(topic, topic.envelope(ids.next(), clock.instant(), key, data));
        while (!waiting.offerLast(message)) {
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
        @Nullable Message<?> next = waiting.pollFirst(REPEAT.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        if (next != null) {
            putBack(next);
        }
    }

    /** The key is the holder's: a process that waits for the client id would hide who trades under it. */
    private void repeat(SessionStatus now) {
        SessionLease lease = now.outlook().lease();
        if (lease == null || lease.standing() != SessionLease.Standing.OTHERS) {
            redis.opsForValue()
                    .set(
                            bus.prefix() + SessionStatus.key(now.clientId()),
                            ModelJson.write(now),
                            SessionStatus.TIME_TO_LIVE);
        }
    }

    private void report() {
        @Nullable Message<?> message = null;
        try {
            for (message = waiting.pollFirst(); message != null; message = waiting.pollFirst()) {
                message.publish(bus);
            }
            repeat(status.get());
            failing = false;
        } catch (RuntimeException e) {
            if (message != null) {
                putBack(message);
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

    private void putBack(Message<?> message) {
        if (!waiting.offerFirst(message)) {
            LOG.warn(
                    "message dropped, {} newer ones wait stream={} data={}",
                    WAITING_EVENTS,
                    message.topic().name(),
                    message.envelope().data());
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
