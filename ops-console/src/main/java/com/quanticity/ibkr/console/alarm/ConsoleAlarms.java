package com.quanticity.ibkr.console.alarm;

import com.quanticity.ibkr.console.ConsoleMeter;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.ops.AlarmSeverity;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Each alarm is told once on {@code ops.alarm} when its condition begins and once when it ends, logged and counted. What Redis does not
 * take is told at the next call. Thread-safe.
 */
public final class ConsoleAlarms {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleAlarms.class);
    private static final String COMPONENT = "ops-console";
    private static final int MOST_UNTOLD = 1_000;

    private final StreamBus bus;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Alarm> raised = new LinkedHashMap<>();
    private final ArrayDeque<Alarm> untold = new ArrayDeque<>();
    private final Set<AlarmKind> gauged = EnumSet.noneOf(AlarmKind.class);

    public ConsoleAlarms(StreamBus bus, Clock clock, MeterRegistry meters) {
        this.bus = bus;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Raises an alarm; seeing the condition again changes nothing.
     *
     * @param subject tells alarms of one kind apart, empty when there is only one
     * @param text one line: what happened
     */
    public synchronized void raise(AlarmKind kind, String subject, String text) {
        Alarm alarm = Alarm.raised(kind, subject, COMPONENT, null, null, text, clock.instant(), clock.instant());
        if (raised.putIfAbsent(alarm.key(), alarm) == null) {
            gauge(kind);
            LOG.atLevel(alarm.severity() == AlarmSeverity.P1 ? Level.ERROR : Level.WARN)
                    .log(
                            "alarm raised kind={} severity={} subject={} text={} action={} runbook={}",
                            kind,
                            alarm.severity(),
                            subject,
                            text,
                            alarm.firstAction(),
                            alarm.runbook());
            untold.addLast(alarm);
        }
        tell();
    }

    /** Ends an alarm; one that was not raised ends in silence. */
    public synchronized void clear(AlarmKind kind, String subject, String how) {
        for (Alarm alarm : active()) {
            if (alarm.kind() == kind && alarm.subject().equals(subject)) {
                raised.remove(alarm.key());
                LOG.info("alarm cleared kind={} subject={} since={} text={}", kind, subject, alarm.since(), how);
                untold.addLast(alarm.cleared(how, clock.instant()));
            }
        }
        tell();
    }

    /** Raised and not cleared, oldest first. */
    public synchronized List<Alarm> active() {
        return List.copyOf(raised.values());
    }

    private void tell() {
        try {
            for (Alarm next = untold.peekFirst(); next != null; next = untold.peekFirst()) {
                bus.publish(Topics.OPS_ALARM, next.key(), next);
                untold.removeFirst();
            }
        } catch (StreamUnavailableException e) {
            while (untold.size() > MOST_UNTOLD) {
                untold.removeFirst();
            }
            LOG.debug("alarms not told waiting={}", untold.size(), e);
        }
    }

    private void gauge(AlarmKind kind) {
        if (gauged.add(kind)) {
            Gauge.builder(ConsoleMeter.ALARMS.meterName(), () -> count(kind))
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    private synchronized long count(AlarmKind kind) {
        return raised.values().stream().filter(alarm -> alarm.kind() == kind).count();
    }
}
