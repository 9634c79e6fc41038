package com.quanticity.ibkr.execution.alarm;

import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.ops.AlarmSeverity;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Raises and clears alarms of the registry, each once however often its condition is seen. What Redis does not take waits, in order, for
 * the next call. Thread-safe; a call may wait for Redis.
 */
public final class EngineAlarms {

    private static final Logger LOG = LoggerFactory.getLogger(EngineAlarms.class);
    private static final String COMPONENT = "execution-engine";
    private static final int MOST_WAITING = 1_000;

    private final StreamBus bus;
    private final Clock clock;
    private final Map<String, Alarm> raised = new LinkedHashMap<>();
    private final Deque<Alarm> unsent = new ArrayDeque<>();

    EngineAlarms(StreamBus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * Makes the alarms of one kind those of these subjects: raises new ones, clears the others.
     *
     * @param texts one line of what happened by subject; the empty subject when there is only one
     */
    public synchronized void show(AlarmKind kind, Map<String, String> texts) {
        List<Alarm> standing =
                raised.values().stream().filter(alarm -> alarm.kind() == kind).toList();
        for (Alarm alarm : standing) {
            if (!texts.containsKey(alarm.subject())) {
                clear(alarm);
            }
        }
        texts.forEach((subject, text) -> raise(kind, subject, text));
        send();
    }

    /** Raised and not cleared, oldest first. */
    public synchronized List<Alarm> active() {
        return List.copyOf(raised.values());
    }

    private void raise(AlarmKind kind, String subject, String text) {
        Alarm alarm = Alarm.raised(kind, subject, COMPONENT, null, null, text, clock.instant(), clock.instant());
        if (raised.putIfAbsent(alarm.key(), alarm) == null) {
            LOG.atLevel(alarm.severity() == AlarmSeverity.P1 ? Level.ERROR : Level.WARN)
                    .log(
                            "alarm raised kind={} severity={} subject={} text={} action={} runbook={}",
                            kind,
                            alarm.severity(),
                            subject,
                            text,
                            alarm.firstAction(),
                            alarm.runbook());
            queue(alarm);
        }
    }

    private void clear(Alarm alarm) {
        raised.remove(alarm.key());
        LOG.info("alarm cleared kind={} subject={} since={}", alarm.kind(), alarm.subject(), alarm.since());
        queue(alarm.cleared("the condition has ended", clock.instant()));
    }

    private void queue(Alarm alarm) {
        unsent.addLast(alarm);
        if (unsent.size() > MOST_WAITING) {
            unsent.removeFirst();
        }
    }

    private void send() {
        try {
            while (!unsent.isEmpty()) {
                Alarm alarm = unsent.getFirst();
                bus.publish(Topics.OPS_ALARM, alarm.key(), alarm);
                unsent.removeFirst();
            }
        } catch (StreamUnavailableException e) {
            LOG.debug("alarms wait count={} cause={}", unsent.size(), e.getMessage());
        }
    }
}
