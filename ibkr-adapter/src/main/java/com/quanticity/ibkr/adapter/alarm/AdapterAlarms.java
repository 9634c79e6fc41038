package com.quanticity.ibkr.adapter.alarm;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.ops.AlarmSeverity;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Alarms that this service raises itself. Each is told once when its condition begins and once when it ends, logged and counted; kind
 * and subject together name it. Thread-safe; what is told is handed to a consumer that must not block.
 */
public final class AdapterAlarms {

    private static final Logger LOG = LoggerFactory.getLogger(AdapterAlarms.class);
    private static final String COMPONENT = ClientIdOwner.IBKR_ADAPTER.component();

    private final Consumer<Alarm> onAlarm;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Alarm> raised = new LinkedHashMap<>();
    private final Set<AlarmKind> gauged = EnumSet.noneOf(AlarmKind.class);

    /** @param onAlarm told of every alarm raised and cleared, in order */
    public AdapterAlarms(Consumer<Alarm> onAlarm, Clock clock, MeterRegistry meters) {
        this.onAlarm = onAlarm;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Raises an alarm; seeing the condition again changes nothing.
     *
     * @param subject tells alarms of one kind apart, such as a symbol; empty when there is only one
     * @param text one line: what happened
     */
    public synchronized void raise(AlarmKind kind, String subject, String text) {
        Alarm alarm = Alarm.raised(
                kind,
                subject,
                COMPONENT,
                ClientIdOwner.IBKR_ADAPTER.clientId(),
                null,
                text,
                clock.instant(),
                clock.instant());
        if (raised.putIfAbsent(alarm.key(), alarm) != null) {
            return;
        }
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
        onAlarm.accept(alarm);
    }

    /** Ends an alarm; one that was not raised ends in silence. */
    public synchronized void clear(AlarmKind kind, String subject, String how) {
        Alarm alarm = raised.values().stream()
                .filter(known -> known.kind() == kind && known.subject().equals(subject))
                .findFirst()
                .orElse(null);
        if (alarm != null) {
            raised.remove(alarm.key());
            LOG.info("alarm cleared kind={} subject={} since={} text={}", kind, subject, alarm.since(), how);
            onAlarm.accept(alarm.cleared(how, clock.instant()));
        }
    }

    /** Raised and not cleared, oldest first. */
    public synchronized List<Alarm> active() {
        return List.copyOf(raised.values());
    }

    private void gauge(AlarmKind kind) {
        if (gauged.add(kind)) {
            Gauge.builder(AdapterMeter.ALARMS.meterName(), () -> count(kind))
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    private synchronized long count(AlarmKind kind) {
        return raised.values().stream().filter(alarm -> alarm.kind() == kind).count();
    }
}
