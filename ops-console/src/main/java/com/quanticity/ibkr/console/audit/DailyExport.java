package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.ConsoleMeter;
import com.quanticity.ibkr.console.alarm.ConsoleAlarms;
import com.quanticity.ibkr.model.audit.ChainCheck;
import com.quanticity.ibkr.model.ops.AlarmKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.util.FileSystemUtils;

/**
 * Copies every day that is over out of the database, in order and without a hole: days that were missed, while the console was down or
 * the target away, come first. A day whose links do not fit is not exported. Called on one thread.
 */
final class DailyExport {

    private static final Logger LOG = LoggerFactory.getLogger(DailyExport.class);

    private final AuditStore store;
    private final ExportedDays days;
    private final DayTarget target;
    private final AuditProperties properties;
    private final ConsoleAlarms alarms;
    private final Clock clock;
    private final AtomicInteger unexported;

    DailyExport(
            AuditStore store,
            ExportedDays days,
            DayTarget target,
            AuditProperties properties,
            ConsoleAlarms alarms,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.days = days;
        this.target = target;
        this.properties = properties;
        this.alarms = alarms;
        this.clock = clock;
        this.unexported = new AtomicInteger();
        meters.gauge(ConsoleMeter.AUDIT_DAYS_UNEXPORTED.meterName(), unexported);
    }

    /** Exports what is over and missing; stops at the first day that does not go, so that no hole is left behind. */
    void exportWhatIsOver() {
        if (properties.export().to() == AuditProperties.Target.NONE) {
            return;
        }
        LocalDate last = LocalDate.now(clock).minusDays(isTime() ? 1 : 2);
        List<LocalDate> missing = days.missingUntil(last);
        unexported.set(missing.size());
        for (LocalDate day : missing) {
            if (!attempt(day)) {
                return;
            }
            unexported.decrementAndGet();
        }
    }

    private boolean isTime() {
        return !clock.instant()
                .isBefore(LocalDate.now(clock)
                        .atStartOfDay(clock.getZone())
                        .toInstant()
                        .plus(properties.export().afterMidnight()));
    }

    private boolean attempt(LocalDate day) {
        @Nullable Path stage = null;
        try {
            stage = Files.createTempDirectory("audit-export-");
            return export(day, DayFile.of(stage, day));
        } catch (IOException | DataAccessException e) {
            alarms.raise(AlarmKind.AUDIT_EXPORT_FAILED, day.toString(), String.valueOf(e.getMessage()));
            return false;
        } finally {
            remove(stage);
        }
    }

    private boolean export(LocalDate day, DayFile file) throws IOException {
        ChainCheck check = file.write(store, day, clock.instant());
        if (check.broken().isPresent()) {
            alarms.raise(
                    AlarmKind.AUDIT_CHAIN_BROKEN,
                    "",
                    day + ": " + check.broken().get());
            return false;
        }
        boolean held = properties.isHeld(day);
        LocalDate until = properties.retention().until(day);
        DayFile.Manifest manifest = DayFile.manifestAt(file.manifest());
        String place = target.put(file, manifest, until, held);
        days.add(manifest, place, until, held);
        LOG.info("audit day exported day={} links={} head={} place={}", day, check.count(), manifest.headHash(), place);
        alarms.clear(AlarmKind.AUDIT_EXPORT_FAILED, day.toString(), "exported to " + place);
        return true;
    }

    private static void remove(@Nullable Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.warn("temporary copy of an audit day not removed folder={} cause={}; delete it", folder, e.toString());
        }
    }
}
