package com.quanticity.ibkr.gateway.internal.alarm;

import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of one session. A condition is told when it has lasted for its on-delay, once, and its end is told once. What a planned
 * outage brings with it is not told before the outage is over: when the condition has ended by then, nobody hears of it. Thread-safe;
 * what is told is handed to a consumer that must not block.
 */
public final class AlarmBoard {

    /** What an outage brings with it. Everything else is told at once, also inside a planned outage. */
    private static final Set<AlarmKind> EXCUSED_BY_AN_OUTAGE = EnumSet.of(
            AlarmKind.CLIENT_ID_COLLISION,
            AlarmKind.VERSION_REFUSED,
            AlarmKind.GATEWAY_UNREACHABLE,
            AlarmKind.BOTH_GATEWAYS_LOST,
            AlarmKind.BROKER_LINK_LOST,
            AlarmKind.FARM_BROKEN,
            AlarmKind.SYNCHRONISING_FAILS,
            AlarmKind.SUBSCRIPTION_SILENT);

    private final String component;
    private final ClientId clientId;
    private final Supplier<String> gateway;
    private final SessionScheduler scheduler;
    private final Clock clock;
    private final Excuse excuse;
    private final Consumer<Alarm> onAlarm;
    private final Map<Key, Condition> conditions = new LinkedHashMap<>();

    /**
     * @param gateway address of the present gateway
     * @param excuse the planned outages
     * @param onAlarm told of every alarm raised and cleared, in order
     */
    public AlarmBoard(
            String component,
            ClientId clientId,
            Supplier<String> gateway,
            SessionScheduler scheduler,
            Clock clock,
            Excuse excuse,
            Consumer<Alarm> onAlarm) {
        this.component = component;
        this.clientId = clientId;
        this.gateway = gateway;
        this.scheduler = scheduler;
        this.clock = clock;
        this.excuse = excuse;
        this.onAlarm = onAlarm;
    }

    private record Key(AlarmKind kind, String subject) {}

    /** Something that is true, told or not yet told. */
    private static final class Condition {
        private final Instant since;
        private String text;
        private Instant dueAt;
        private @Nullable Alarm told;
        private Runnable cancelTimer = () -> {};

        private Condition(Instant since, String text, Instant dueAt) {
            this.since = since;
            this.text = text;
            this.dueAt = dueAt;
        }
    }

    /** Raises at once. Seeing the condition again changes nothing. */
    public void raise(AlarmKind kind, String subject, String text) {
        raise(kind, subject, text, Duration.ZERO);
    }

    /**
     * Raises when the condition has lasted for the on-delay.
     *
     * @param subject tells alarms of one kind apart, such as a farm or a symbol; empty when there is only one
     * @param text one line: what happened
     */
    public synchronized void raise(AlarmKind kind, String subject, String text, Duration onDelay) {
        Key key = new Key(kind, subject);
        Instant now = clock.instant();
        Instant dueAt = now.plus(onDelay);
        Condition condition = conditions.get(key);
        if (condition == null) {
            condition = new Condition(now, text, dueAt);
            conditions.put(key, condition);
        } else {
            condition.cancelTimer.run();
            condition.text = text;
            condition.dueAt = dueAt.isBefore(condition.dueAt) ? dueAt : condition.dueAt;
        }
        tellWhenDue(key, condition);
    }

    public void clear(AlarmKind kind, String subject, String how) {
        clear(kind, subject, how, Duration.ZERO);
    }

    /** Clears when the condition has not been seen again for the off-delay. An alarm that was never told ends in silence. */
    public synchronized void clear(AlarmKind kind, String subject, String how, Duration offDelay) {
        Key key = new Key(kind, subject);
        Condition condition = conditions.get(key);
        if (condition == null) {
            return;
        }
        condition.cancelTimer.run();
        if (offDelay.isZero() || condition.told == null) {
            remove(key, condition, how);
        } else {
            condition.cancelTimer = scheduler.schedule(offDelay, () -> clear(kind, subject, how));
        }
    }

    /** Clears every alarm of a kind, whatever its subject. */
    public synchronized void clearAll(AlarmKind kind, String how) {
        for (Key key : List.copyOf(conditions.keySet())) {
            if (key.kind() == kind) {
                clear(kind, key.subject(), how);
            }
        }
    }

    /** Raised and not cleared, oldest first. */
    public synchronized List<Alarm> active() {
        return conditions.values().stream()
                .flatMap(condition -> Optional.ofNullable(condition.told).stream())
                .toList();
    }

    /** How many of a kind are raised and not cleared. */
    public synchronized int active(AlarmKind kind) {
        return (int) active().stream().filter(alarm -> alarm.kind() == kind).count();
    }

    private void remove(Key key, Condition condition, String how) {
        conditions.remove(key);
        Alarm told = condition.told;
        if (told != null) {
            onAlarm.accept(told.cleared(how, clock.instant()));
        }
    }

    private void tellWhenDue(Key key, Condition condition) {
        if (condition.told != null) {
            return;
        }
        Instant now = clock.instant();
        Instant due = excusedUntil(key.kind(), condition.dueAt.isAfter(now) ? condition.dueAt : now);
        if (!due.isAfter(now)) {
            tell(key, condition, now);
        } else {
            condition.cancelTimer = scheduler.schedule(Duration.between(now, due), () -> onDue(key, condition));
        }
    }

    private synchronized void onDue(Key key, Condition condition) {
        if (condition.equals(conditions.get(key))) {
            tellWhenDue(key, condition);
        }
    }

    private Instant excusedUntil(AlarmKind kind, Instant at) {
        return EXCUSED_BY_AN_OUTAGE.contains(kind) ? excuse.until(at).orElse(at) : at;
    }

    private void tell(Key key, Condition condition, Instant now) {
        Alarm alarm = Alarm.raised(
                key.kind(), key.subject(), component, clientId, gateway.get(), condition.text, condition.since, now);
        condition.told = alarm;
        onAlarm.accept(alarm);
    }
}
