package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.GroupLag;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees every five seconds how far each writer is behind its stream, shows it and raises alarms. Thread-safe. */
final class HistoryWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWatch.class);
    private static final long EVERY_SECONDS = 5;

    private final StreamBus bus;
    private final ConsumerGroup group;
    private final List<? extends HistoryWriter<?, ?>> writers;
    private final HistoryProperties settings;
    private final AdapterAlarms alarms;
    private final Clock clock;
    private final Map<String, GroupLag> lags = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("history-watch").factory());

    HistoryWatch(
            StreamBus bus,
            ConsumerGroup group,
            List<? extends HistoryWriter<?, ?>> writers,
            HistoryProperties settings,
            AdapterAlarms alarms,
            Clock clock,
            MeterRegistry meters) {
        this.bus = bus;
        this.group = group;
        this.writers = writers;
        this.settings = settings;
        this.alarms = alarms;
        this.clock = clock;
        writers.forEach(writer -> gauges(writer.stream().name(), meters));
    }

    void start() {
        scheduler.scheduleWithFixedDelay(this::lookSafely, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    /** How one stream stands; the lag is null while Redis does not answer. */
    record Standing(@Nullable GroupLag lag, HistoryProgress.Moment progress) {}

    /** By stream, in a fixed order. */
    Map<String, Standing> standings() {
        Map<String, Standing> all = new LinkedHashMap<>();
        for (HistoryWriter<?, ?> writer : writers) {
            String name = writer.stream().name();
            all.put(name, new Standing(lags.get(name), writer.progress()));
        }
        return all;
    }

    void look() {
        Instant now = clock.instant();
        for (HistoryWriter<?, ?> writer : writers) {
            look(writer, now);
        }
    }

    private void look(HistoryWriter<?, ?> writer, Instant now) {
        String name = writer.stream().name();
        HistoryProgress.Moment progress = writer.progress();
        stopped(name, progress, now);
        lost(name, progress, now);
        try {
            GroupLag lag = bus.lag(writer.stream().topic(), group);
            lags.put(name, lag);
            behind(name, lag);
        } catch (StreamUnavailableException e) {
            // Not known while Redis is away; that has an alarm of its own.
            lags.remove(name);
        }
    }

    private void stopped(String stream, HistoryProgress.Moment progress, Instant now) {
        Instant since = progress.failingSince();
        if (since == null) {
            alarms.clear(AlarmKind.HISTORY_STOPPED, stream, "stored again");
        } else if (Duration.between(since, now).compareTo(settings.stoppedAfter()) >= 0) {
            alarms.raise(
                    AlarmKind.HISTORY_STOPPED,
                    stream,
                    "nothing stored of " + stream + " since " + since + ": " + progress.failure());
        }
    }

    private void behind(String stream, GroupLag lag) {
        if (lag.behind().compareTo(settings.behindAfter()) > 0) {
            alarms.raise(
                    AlarmKind.HISTORY_BEHIND,
                    stream,
                    stream + " is stored " + lag.behind().toSeconds() + " s late, about " + lag.entries()
                            + " entries wait");
        } else if (lag.behind().multipliedBy(2).compareTo(settings.behindAfter()) < 0) {
            alarms.clear(AlarmKind.HISTORY_BEHIND, stream, "caught up");
        }
    }

    private void lost(String stream, HistoryProgress.Moment progress, Instant now) {
        Instant at = progress.lostAt();
        if (at == null) {
            return;
        }
        if (Duration.between(at, now).compareTo(settings.lostFor()) < 0) {
            alarms.raise(
                    AlarmKind.HISTORY_LOST_ENTRIES,
                    stream,
                    progress.missing() + " items of " + stream + " are missing in the database, " + progress.lost()
                            + " of them trimmed in Redis before they were stored; last found " + at);
        } else {
            alarms.clear(AlarmKind.HISTORY_LOST_ENTRIES, stream, "no further loss since " + at);
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("history not looked at; trying again in {} s", EVERY_SECONDS, e);
        }
    }

    private void gauges(String stream, MeterRegistry meters) {
        Gauge.builder(AdapterMeter.HISTORY_ENTRIES_BEHIND.meterName(), () -> entries(lags.get(stream)))
                .tag("stream", stream)
                .register(meters);
        Gauge.builder(AdapterMeter.HISTORY_SECONDS_BEHIND.meterName(), () -> seconds(lags.get(stream)))
                .tag("stream", stream)
                .register(meters);
    }

    private static double entries(@Nullable GroupLag lag) {
        return lag == null ? Double.NaN : lag.entries() + lag.unfinished();
    }

    private static double seconds(@Nullable GroupLag lag) {
        return lag == null ? Double.NaN : lag.behind().toMillis() / 1000.0;
    }
}
