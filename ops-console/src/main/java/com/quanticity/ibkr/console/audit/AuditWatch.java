package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.ConsoleMeter;
import com.quanticity.ibkr.console.alarm.ConsoleAlarms;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.GroupLag;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks how far the record is behind what the services told, tells the meters, and raises AUDIT_BEHIND when it is too far. */
final class AuditWatch {

    private final StreamBus bus;
    private final AuditWriter writer;
    private final AuditLog own;
    private final ConsoleAlarms alarms;
    private final Duration behindAfter;
    private final Clock clock;
    private volatile GroupLag lag = GroupLag.NONE;
    private volatile Duration behind = Duration.ZERO;

    AuditWatch(
            StreamBus bus,
            AuditWriter writer,
            AuditLog own,
            ConsoleAlarms alarms,
            Duration behindAfter,
            Clock clock,
            MeterRegistry meters) {
        this.bus = bus;
        this.writer = writer;
        this.own = own;
        this.alarms = alarms;
        this.behindAfter = behindAfter;
        this.clock = clock;
        meters.gauge(ConsoleMeter.AUDIT_BEHIND_SECONDS.meterName(), this, watch -> watch.behind.toMillis() / 1000.0);
        meters.gauge(
                ConsoleMeter.AUDIT_BEHIND_ENTRIES.meterName(),
                this,
                watch -> watch.lag.entries() + watch.lag.unfinished());
    }

    /** Called every few seconds. */
    void look() {
        Instant now = clock.instant();
        try {
            lag = bus.lag(Topics.AUDIT_ENTRY, AuditWriter.GROUP);
        } catch (StreamUnavailableException e) {
            // Without Redis the services keep their entries; what is known of the database still counts.
            lag = GroupLag.NONE;
        }
        behind = longest(lag.behind(), since(writer.waitingSince(), now), since(own.waitingSince(), now));
        if (behind.compareTo(behindAfter) > 0) {
            alarms.raise(
                    AlarmKind.AUDIT_BEHIND,
                    "",
                    behind.toSeconds() + " s behind, entries waiting " + (lag.entries() + lag.unfinished()));
        } else if (behind.compareTo(behindAfter.dividedBy(2)) <= 0) {
            alarms.clear(AlarmKind.AUDIT_BEHIND, "", "caught up");
        }
    }

    private static Duration since(Optional<Instant> time, Instant now) {
        return time.map(begin -> Duration.between(begin, now)).orElse(Duration.ZERO);
    }

    private static Duration longest(Duration... candidates) {
        Duration longest = Duration.ZERO;
        for (Duration candidate : candidates) {
            longest = candidate.compareTo(longest) > 0 ? candidate : longest;
        }
        return longest;
    }
}
